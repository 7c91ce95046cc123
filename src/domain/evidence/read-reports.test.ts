import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeText } from './decode.ts';
import { readReports } from './read-reports.ts';

const report = '/symptoms/pops-up/#tried=1.empty-tray_n_kf12oo.other-socket_w_kf12p0';
const expected = { symptom: 'pops-up', marks: ['empty-tray n', 'other-socket w'] };

function readIn(text: string) {
  return readReports(text).map(({ symptom, marks }) => ({
    symptom,
    marks: marks.map(({ fix, result }) => `${fix} ${result}`),
  }));
}

const wrappings: Readonly<Record<string, string>> = {
  'as it is': report,
  'in a sentence': `I tried this: https://toast.example${report}. It helped, thanks`,
  'in a quoted mail': `> > On Tuesday, Ann wrote:\n> > https://toast.example${report}\n> Great`,
  'in angle brackets': `<https://toast.example${report}>`,
  'in quoted-printable': `Here it is: https://toast.example/symptoms/pops-up/#tried=3D1.empty-tray_n_kf12oo=\n.other-socket_w_kf12p0 and=20more`,
  'broken over two lines by a mailer': `> Link to it: https://toast.example/symptoms/pops-up/#tried=1.empty-tray_n_kf12oo.oth\n> er-socket_w_kf12p0\n`,
  'URL-encoded': encodeURIComponent(report),
  'URL-encoded twice': encodeURIComponent(encodeURIComponent(report)),
  'every sign of it URL-encoded': [...report]
    .map((sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .join(''),
  'in JSON': JSON.stringify({ tried: report }),
  'in JSON that escapes slashes': `{"tried":"${report.replaceAll('/', '\\/')}"}`,
  'in HTML': `<a href="https://toast.example${report.replaceAll('/', '&#x2F;')}">plan</a>`,
  'in a log': `203.0.113.9 - - [24/Nov/2026:10:11:12 +0000] "GET /r?x=${encodeURIComponent(report)} HTTP/2" 204 0 "-" "Mozilla/5.0"`,
  'with a device on the way': report.replace('pops-up/', 'pops-up/on/t3/'),
  'behind a query': report.replace('#', '?utm_source=mail&x=1#'),
  'in a part of a mail in base64': `Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${btoa(`Hello ${report} bye`)}\n`,
  'with the symptom in a field of its own': `{"symptom":"pops-up","tried":"${report.split('tried=')[1]}"}`,
  'in JSON that escapes signs': `{"tried":"${report.replaceAll('/', '\\u002F').replace('=', '\\u003d')}"}`,
  'in HTML that numbers signs': `<a href="${report.replaceAll('/', '&#47;').replace('#', '&#35;')}">plan</a>`,
  'in HTML within HTML': `&lt;a href="${report.replaceAll('/', '&amp;#x2F;')}"&gt;`,
  'in JSON within JSON, in an address': encodeURIComponent(
    JSON.stringify({ at: report.replaceAll('/', '\\u002f') }),
  ),
  'in quoted-printable with Windows line ends': `https://toast.example/symptoms/pops-up/#tried=3D1.empty-tray_n_kf12oo=\r\n.other-socket_w_kf12p0\r\n`,
  'with the page that it came from in the address': `GET /r?from=pops-up&tried=${report.split('tried=')[1]} HTTP/2`,
  'with the symptom as a word of the line': `symptom=pops-up tried: ${report.split('tried=')[1]}`,
  'behind the address of the page in a log': `"https://toast.example/symptoms/pops-up/" ${report.split('tried=')[1]}`,
  'with Windows line ends': `Hello\r\n${report}\r\nBye\r\n`,
};

for (const [how, text] of Object.entries(wrappings))
  test(`what was tried is found ${how}`, () => deepEqual(readIn(text), [expected]));

test('a line that only ends like a report is not joined with the next one', () => {
  const long = 'https://toast.example/a-page-with-a-name-that-is-long/and-longer/';
  deepEqual(readIn(`Seen at ${long}\nempty-tray_n_1 was ${report}`), [expected]);
  const apart = `Seen at ${long}\nempty-tray_n_1`;
  equal(decodeText(apart), apart);
  deepEqual(readIn('#tried=1.other-socket_w_kf12p0\nempty-tray_n_1 was long ago'), [
    { symptom: undefined, marks: ['other-socket w'] },
  ]);
});

test('a part of a mail that says that it is base64 and is not, stays as it is', () => {
  const head = 'Content-Transfer-Encoding: base64\n\n';
  deepEqual(readIn(`${head}a\n\n${report}\n`), [expected]);
  equal(decodeText(`${head}abcde\n`), `${head}abcde\n`);
});

test('what stands behind a part in base64, such as the next mail of a mailbox, is no part of it', () => {
  const part = `Content-Transfer-Encoding: base64\n\n${btoa(`Hello ${report} bye`)}\n\n`;
  const next = `From ann Tue\nFrom: Ann <ann@example.org>\nDate: Tue, 24 Nov 2026 10:00:00 +0100\n\n${report}\n`;
  deepEqual(readIn(part + next), [expected, expected]);
  equal(readReports(part + next)[1]?.sender, 'ann@example.org 24 Nov 2026');
});

test('any text around a report changes nothing of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      deepEqual(
        readIn(`${before}\n${report}\n${after}`).find(({ symptom }) => symptom),
        expected,
      );
    }),
  );
});

test('any text at all is read without an error, and nothing is found where there is nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readReports(text)));
  deepEqual(readReports('worked for 57 of 103, 1.5 minutes, v1.2_n_3, 1.x_q_0'), []);
});

test('what a reader answered on the way belongs to the report', () => {
  const [found] = readReports(report.replace('pops-up/', 'pops-up/on/t3/lamp/yes/smell/no/'));
  deepEqual(found?.answers, ['lamp/yes', 'smell/no']);
});

test('a string alone names no symptom', () => {
  deepEqual(readIn('1.empty-tray_n_0.other-socket_w_0'), [{ ...expected, symptom: undefined }]);
});

test('the sender of a report is the address and day of a log, or the sender and day of a mail', () => {
  equal(
    readReports(`203.0.113.9 - - [24/Nov/2026:10:11:12 +0000] "POST ${report} HTTP/2"`)[0]?.sender,
    '203.0.113.9 24/Nov/2026',
  );
  for (const [line, sender] of [
    [`2001:db8::1 2026-11-24T10:11:12Z "POST ${report}"`, '2001:db8::1 2026-11-24'],
    [`toast.example 203.0.113.9, 2026-11-24 ${report}`, '203.0.113.9 2026-11-24'],
    // Without a day nobody knows how often the address may count.
    [`203.0.113.9 - - "POST ${report} HTTP/2"`, undefined],
  ] as const)
    equal(readReports(line)[0]?.sender, sender);
  const head = ['Date: Tue, 24 Nov 2026 10:00:00 +0100', 'From: Ann <Ann@Example.org>', 'Subject: x'];
  for (const lines of [head, head.toReversed(), ['From ann Tue', ...head]])
    equal(
      readReports(`${lines.join('\n')}\n\nDate: tomorrow\n${report}\n`)[0]?.sender,
      'ann@example.org 24 Nov 2026',
    );
  const mailbox = `${head.join('\n')}\n\n${report}\n\nFrom bob Wed\nFrom: Bob <bob@example.org>\n\n${report}\n`;
  deepEqual(
    readReports(mailbox).map(({ sender }) => sender),
    ['ann@example.org 24 Nov 2026', undefined],
  );
  equal(
    readReports(`From: ann@example.org\nDate: 2026-11-24 10:00 +0100\n\n${report}`)[0]?.sender,
    'ann@example.org 2026-11-24 10:00',
  );
  equal(readReports(`From: Bob <bob@example.org>\n\n${report}\n`)[0]?.sender, undefined);
});
