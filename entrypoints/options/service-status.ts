import type { ServiceStatus } from '../../components/options/service-card';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import type { Connection } from '../../lib/core/settings/settings';
import type { Feed } from '../../lib/core/state/feed';
import type { Ui } from '../../lib/core/ui';
import type { Service } from './form-message';

/** Does it say that an empty field keeps the saved token or key? Not of one that was refused: a new one is asked for. */
export function keepsSecret(feed: Feed | undefined): boolean {
  return feed?.failure?.kind !== 'token-refused';
}

/**
 * How a service that is connected at most once is doing.
 * @param saved null if it is not connected
 * @param feed what is known from it; undefined before it was first asked
 */
export function statusOf(
  { t }: Pick<Ui, 't'>,
  service: Service,
  saved: Connection | null,
  feed: Feed | undefined,
): ServiceStatus {
  if (saved === null) return { text: t('notConnectedShort'), tone: 'none' };
  if (feed?.failure) {
    return { text: t(FAILURE_TEXTS[feed.failure.kind], service.serviceName), tone: 'bad' };
  }
  const place = saved.address.replace(/^https:\/\//, '');
  if (!feed?.data)
    return { text: `${place} · ${t('waiting', service.serviceName)}`, tone: 'waiting' };
  const summary = service.summary(feed.data);
  const isNews = summary !== '' && summary !== service.serviceName;
  return { text: isNews ? `${place} · ${summary}` : place, tone: 'good' };
}
