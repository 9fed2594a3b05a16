import { WholeAnswer } from '../../components/options/whole-answer';
import { askDetail } from '../../lib/browser/send-command';
import { WHOLE_ANSWER } from '../../lib/core/messages/command';

interface SavedAnswerProps {
  /** Null if nothing is saved. */
  connection: { id: string } | null;
  serviceName: string;
}

/** What a saved connection is answered. */
export function SavedAnswer({ connection, serviceName }: SavedAnswerProps) {
  if (connection === null) return null;
  const { id } = connection;
  const ask = () => askDetail({ connectionId: id, what: WHOLE_ANSWER, argument: '' });
  return <WholeAnswer key={id} serviceName={serviceName} ask={ask} />;
}
