import { expect, it } from 'vitest';
import { message } from '../../../src/chat/message.ts';
import { openScene } from './support.ts';

const answer = { label: 'Answer', action: { name: 'answer', args: [] } };

it('shows a long question above a form’s fields, in parts that Slack takes, and cut where it is too long', async () => {
  const long = [2_900, 7_000, 12_000].map((length) => 'word '.repeat(length / 5));
  const about = long.map((text) => [{ type: 'text', text: [text] } as const]);
  const scene = await openScene({
    button: () => ({
      type: 'form',
      form: {
        action: answer.action,
        title: 'Your answer',
        submit: 'Send',
        about: about.shift() ?? [],
        fields: [{ id: 'text', type: 'paragraph', label: 'Answer', required: true }],
      },
    }),
  });
  const { stage, platform } = scene;
  const place = { workspace: stage.workspace, channel: stage.channel };
  await platform.post(place, message([{ type: 'buttons', buttons: [answer] }]), 'question-1');
  const [question] = stage.channelMessages();
  const press = async (): Promise<string> => {
    const opened = await stage.person('Boris').press(question!.buttons[0]!);
    return opened.type === 'form' ? opened.form.about : '';
  };
  const [one, several, cut] = [await press(), await press(), await press()];
  expect(one.trim()).toBe(long[0]?.trim());
  expect(several.match(/word/g)).toHaveLength(1_400);
  expect(cut.length).toBeGreaterThan(5_990);
  expect(cut).toMatch(/word…?\s*…$/);
  expect(stage.refusals()).toEqual([]);
  await scene.end();
});
