/** Round numbers of hours: the half of each is one too. */
const TOPS_H = [1, 2, 4, 6, 8, 10, 12, 16, 20, 24];

/** The top of a picture in which so many seconds of one day have room, in hours. */
export function topHours(mostS: number): number {
  return TOPS_H.find((hours) => hours * 3600 >= mostS) ?? Math.ceil(mostS / 7200) * 2;
}
