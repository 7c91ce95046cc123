import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
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
  'with Windows line ends': `Hello\r\n${report}\r\nBye\r\n`,
};

for (const [how, text] of Object.entries(wrappings))
  test(`what was tried is found ${how}`, () => deepEqual(readIn(text), [expected]));

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
  const head = ['Date: Tue, 24 Nov 2026 10:00:00 +0100', 'From: Ann <Ann@Example.org>', 'Subject: x'];
  for (const lines of [head, head.toReversed(), ['From ann Tue', ...head]])
    equal(
      readReports(`${lines.join('\n')}\n\nDate: tomorrow\n${report}\n`)[0]?.sender,
      'ann@example.org 24 Nov 2026',
    );
  equal(readReports(`From: Bob <bob@example.org>\n\n${report}\n`)[0]?.sender, undefined);
});
