import { projectAddress } from '../olie/web-address';
import { type State, timerFeed } from './state';

/**
 * Where the running project is on the web; without one, Olie's first page.
 * @param webAddress where the user's company has Olie, an origin
 */
export function timerPage(state: State, webAddress: string): string {
  return projectAddress(webAddress, timerFeed(state)?.data?.current?.projectId ?? '');
}
