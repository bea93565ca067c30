import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Eight bits for each of red, green, blue and opacity. */
const FORMAT = [8, 6, 0, 0, 0];
const BYTES_A_PIXEL = 4;

/** What is drawn, a pixel after the other. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  /** As the renderer has them: each colour already multiplied by its opacity. */
  readonly pixels: Uint8Array;
}

/**
 * A picture as PNG. The renderer's own takes half as much again: it filters each line for photographs, while
 * even surfaces are smallest as they are.
 */
export function encodePng({ width, height, pixels }: Pixels): Uint8Array {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, ...FORMAT]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', packed(width, straight(pixels))),
    chunk('IEND'),
  ];
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** The colours as PNG wants them, without their opacity in them: it differs at the edges of round corners. */
function straight(pixels: Uint8Array): Uint8Array {
  const colours = pixels.slice();
  for (let at = 0; at < pixels.length; at += BYTES_A_PIXEL) {
    const opacity = pixels[at + 3] ?? 0;
    if (opacity === 0 || opacity === 255) continue;
    for (let colour = at; colour < at + 3; colour++) {
      colours[colour] = Math.round(((pixels[colour] ?? 0) * 255) / opacity);
    }
  }
  return colours;
}

/** Each line is led by a byte that says how it is filtered: 0, not at all. */
function packed(width: number, pixels: Uint8Array): Uint8Array {
  const length = width * BYTES_A_PIXEL;
  const lines = Buffer.alloc(pixels.length + pixels.length / length);
  for (let from = 0, to = 1; from < pixels.length; from += length, to += length + 1) {
    lines.set(pixels.subarray(from, from + length), to);
  }
  return deflateSync(lines);
}

function chunk(type: string, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
