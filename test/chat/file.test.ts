import { describe, expect, it } from 'vitest';
import { loadedBytes, loadFiles } from '../../src/chat/file.ts';
import { type FileBlock, message } from '../../src/chat/message.ts';

const file = (content: FileBlock['content']): FileBlock => ({
  ...{ type: 'file', name: 'data.json', mediaType: 'application/json', description: 'All of it' },
  content,
});

describe('the files of a message', () => {
  it('are made once, when they are sent', async () => {
    let asked = 0;
    const lazy = file(() => Promise.resolve(new Uint8Array([++asked])));
    expect(loadedBytes(lazy)).toHaveLength(0);
    const loaded = await loadFiles(message([{ type: 'heading', text: 'Data' }, lazy]), 1);
    expect(loaded.blocks[1]).toMatchObject({ content: new Uint8Array([1]) });
    await loadFiles(loaded, 1);
    expect(asked).toBe(1);
  });

  it('are refused where they are too large together', async () => {
    const two = message([file(new Uint8Array(3)), file(() => Promise.resolve(new Uint8Array(4)))]);
    await expect(loadFiles(two, 7)).resolves.toBeDefined();
    await expect(loadFiles(two, 6)).rejects.toMatchObject({
      fault: { code: 'file-too-large', size: 7, largest: 6 },
    });
  });
});
