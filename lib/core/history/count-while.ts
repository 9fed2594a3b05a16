/**
 * How many rows stand before the first one for which it does not hold. It looks at few of them.
 * @param rows in such an order that it holds for none after that one
 */
export function countWhile<Row>(rows: Row[], holds: (row: Row) => boolean): number {
  let [least, most] = [0, rows.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    // `middle` is below the length.
    if (holds(rows[middle] as Row)) least = middle + 1;
    else most = middle;
  }
  return least;
}
