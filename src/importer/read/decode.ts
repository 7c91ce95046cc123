import { isAscii, isUtf8 } from 'node:buffer';

/** A text and what had to be mended in it, or why the bytes are no text. */
export type Decoded =
  { readonly text: string; readonly mended: readonly string[] } | { readonly reason: string };

/** Control characters other than tab and line ends. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Reads bytes as UTF-8, UTF-16 with its mark, or else as Windows-1252, with Unix line ends and without control characters. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { text, mended } = lettersOf(bytes);
  const found = text.match(controls)?.length ?? 0;
  if (found > 8 && found > text.length / 200)
    return { reason: `${found} control characters, so it is no text` };
  const plain = found > 0 ? text.replace(controls, '') : text;
  return {
    text: plain.replace(/\r\n?|[\u2028\u2029]/g, '\n').toWellFormed(),
    mended: found > 0 ? [...mended, 'control character'] : mended,
  };
}

function lettersOf(bytes: Uint8Array): { readonly text: string; readonly mended: readonly string[] } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return {
      text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes),
      mended: ['UTF-16'],
    };
  if (isAscii(bytes) || isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), mended: [] };
  return { text: new TextDecoder('windows-1252').decode(bytes), mended: ['not UTF-8, read as Windows-1252'] };
}
