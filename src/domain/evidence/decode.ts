/**
 * Text as it was before mail, forms, JSON and HTML wrapped it: percent signs, entities, quoted-printable and base64 parts undone, links
 * that a mailer broke over lines put together again. What it holds beside that stays as it is.
 */
export function decodeText(text: string): string {
  let decoded = unpackParts(text.replace(/\r\n?/g, '\n'));
  if (/=3D|=\n/i.test(decoded)) decoded = decodeQuoted(decoded);
  for (let round = 0; round < 3; round++) {
    const next = decodeOnce(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return joinLinks(decoded);
}

/** The parts of a mail that are written in base64, as text. */
function unpackParts(text: string): string {
  return text.replace(
    /^(content-transfer-encoding:[ \t]*base64[ \t]*\n(?:.+\n)*\n)((?:[A-Za-z0-9+/=]+\n?)+)/gim,
    (whole: string, head: string, body: string) => {
      try {
        return `${head}${atob(body.replace(/\s/g, ''))}\n`;
      } catch {
        return whole;
      }
    },
  );
}

function decodeQuoted(text: string): string {
  return text
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([2-7][0-9A-F])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function decodeOnce(text: string): string {
  return text
    .replace(/%(?:25)*([2-7][0-9A-F])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#x([2-7][0-9a-f]);/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/\\\//g, '/');
}

/** A line that ends within what was tried, and the next one that goes on with it. */
const broken = /([#.=_/-][^\s"'<>]{40,})\n(?:> ?)*(?!1\.|https?:|\/)(?=[a-z0-9._-]*_[wns]_[0-9a-z])/g;

function joinLinks(text: string): string {
  return text.replace(broken, (whole: string, line: string) => (/1\.[a-z0-9]/.test(line) ? line : whole));
}
