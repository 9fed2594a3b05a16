/** A picture of the screen: red, green and blue of each pixel, row by row. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

export function colourAt({ width, data }: Picture, x: number, y: number): Colour {
  const at = (y * width + x) * 3;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/** Reads an XWD file, as Xvfb writes it: a header of big-endian numbers, the colour map, then blue, green, red, nothing. */
export function readXwd(file: Buffer): Picture {
  const field = (index: number) => file.readUInt32BE(index * 4);
  const [headerBytes, width, height, bitsPerPixel] = [field(0), field(4), field(5), field(11)];
  if (bitsPerPixel !== 32) throw new Error(`The screen has ${bitsPerPixel} bits for a pixel`);
  const [rowBytes, firstRow] = [field(12), headerBytes + field(19) * 12];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = firstRow + y * rowBytes + x * 4;
      data.set([file[from + 2] ?? 0, file[from + 1] ?? 0, file[from] ?? 0], (y * width + x) * 3);
    }
  }
  return { width, height, data };
}
