import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileWith, importFile } from './support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument';
const NAMESPACE = 'http://schemas.openxmlformats.org';

/** A workbook as small as may be, of sheets whose rows are given as XML. */
function workbook(...sheets: readonly string[]): Uint8Array {
  const each = (text: (at: number) => string) => sheets.map((_, index) => text(index + 1)).join('');
  return zipSync({
    '[Content_Types].xml': bytes(
      `<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT_TYPE}.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    'xl/workbook.xml': bytes(
      `<workbook xmlns="${NAMESPACE}/spreadsheetml/2006/main" xmlns:r="${NAMESPACE}/officeDocument/2006/relationships"><sheets>` +
        `${each((at) => `<sheet name="Sheet ${at}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      `<Relationships xmlns="${NAMESPACE}/package/2006/relationships">` +
        `${each((at) => `<Relationship Id="rId${at}" Type="${NAMESPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at}.xml"/>`)}</Relationships>`,
    ),
    ...Object.fromEntries(
      sheets.map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        bytes(
          `<worksheet xmlns="${NAMESPACE}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
        ),
      ]),
    ),
  });
}

const row = (at: number, ...cells: readonly (string | number)[]): string => {
  const written = cells.map((cell, index) => {
    const place = `r="${'ABCDEFGH'[index] ?? ''}${at}"`;
    return typeof cell === 'number'
      ? `<c ${place}><v>${cell}</v></c>`
      : `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${at}">${written.join('')}</row>`;
};

test('the first sheet of a workbook is read as a table, and the others are told of', async () => {
  const sheet = [
    row(1, 'Мои вопросы'),
    row(3, 'ID', 'Вопрос', 'Ответ', 'Уровень', 'Дата'),
    row(4, 7, 'Что такое join?', 'Соединение a*b', 'Junior', 45_000),
    row(5, 8, 'Сколько будет 6 × 7?', 42, '', ''),
    row(6, 9, 'Без ответа?', '', '', ''),
  ].join('');
  const path = await fileWith('book.xlsx', workbook(sheet, row(1, 'more')));
  const { deck, skipped, lost } = await importFile(path);
  expect(deck?.title).toEqual({ ru: 'Мои вопросы' });
  expect(deck?.questions).toMatchObject([
    { id: 'q-7', difficulty: 'easy', ru: { answer: 'Соединение a\\*b' } },
    { id: 'q-8', ru: { answer: '42' } },
  ]);
  expect(skipped).toEqual([
    { where: 'line 6', why: 'the answer is empty (fill it in)' },
    { where: 'sheet “Sheet 2”', why: expect.stringContaining('only the first sheet') as string },
  ]);
  expect(lost.columns).toEqual(['Дата']);
});

async function refusal(content: Uint8Array): Promise<string | undefined> {
  const { taken, skipped } = await importFile(await fileWith('book.xlsx', content));
  expect(taken).toBe(0);
  return skipped[0]?.why;
}

test('a workbook that is none, or would take all memory, is refused', async () => {
  expect(await refusal(bytes('hello'))).toMatch(/not a sound zip archive/);
  expect(await refusal(zipSync({ 'a.xml': bytes('<a/>') }))).toMatch(
    /cannot be read as a workbook/,
  );
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }, { level: 9 });
  expect(await refusal(bomb)).toBe(
    'it unpacks to absurd size (export it again with the program it is from)',
  );
  const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  expect(await refusal(workbook(row(1, 'Q', 'A') + far))).toMatch(
    /cannot be read|too long to read/,
  );
});
