import type { Kind } from '../../lib/core/services';
import { WorkflowsSection } from './b3os/section';
import { OlieSection } from './olie/section';
import { OlieWebAddress } from './olie/web-address';
import type { OwnPreferences, Section } from './section';
import { AgentRunsSection } from './zaia/section';

/** A section for each service, in the order of the page. */
export const sections: { kind: Kind; View: Section; Preferences?: OwnPreferences }[] = [
  { kind: 'olie', View: OlieSection, Preferences: OlieWebAddress },
  { kind: 'b3os', View: WorkflowsSection },
  { kind: 'zaia', View: AgentRunsSection },
];
