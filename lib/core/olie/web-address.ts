import { type Field, readAddress } from '../feeds/field-readers';

/**
 * Reads where a company has Olie on the web: of an address, of whatever page, the origin.
 */
export function readWebAddress(text: string): Field {
  return readAddress(text.replace(/[?#].*/s, ''), /.+/);
}

/**
 * The page of a project. Olie does not document its path.
 * @param webAddress where the company has Olie, an origin
 * @param projectId '' if it is not known: then Olie's first page
 */
export function projectAddress(webAddress: string, projectId: string): string {
  if (projectId === '') return `${webAddress}/`;
  return `${webAddress}/projects/${encodeURIComponent(projectId)}/details/overview`;
}
