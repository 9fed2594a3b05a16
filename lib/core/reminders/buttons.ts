import type { TextKey } from '../texts';
import { ruleOfNotification } from './ledger';

/** What is told of another service than Olie. */
const OF_OTHERS = /^(workflow|run)-/;

/**
 * The buttons of a reminder, in their order: the first always mutes, the second opens Olie. Firefox shows none.
 * @param id of its notification
 * @param webAddress where the user's company has Olie on the web; undefined if that is not known
 */
export function reminderButtons(id: string, webAddress: string | undefined): TextKey[] {
  const opensOlie = webAddress !== undefined && !OF_OTHERS.test(ruleOfNotification(id) ?? '');
  return opensOlie ? ['muteToday', 'openOlie'] : ['muteToday'];
}
