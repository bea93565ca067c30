import bolt from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { SlackStage } from '../../test/support/slack/stage.ts';
import type { BareBot } from './bare-bot.ts';

/** The least that a bot on Bolt does: at each gesture an acknowledgement, one write and one response. */
export async function bareSlack(
  { env, channel }: SlackStage,
  write: () => Promise<unknown>,
): Promise<BareBot> {
  const {
    SLACK_BOT_TOKEN: token = '',
    SLACK_APP_TOKEN: appToken = '',
    SLACK_API_URL: slackApiUrl = '',
  } = env;
  const clientOptions = { slackApiUrl };
  const logLevel = bolt.LogLevel.ERROR;
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    logLevel,
    installerOptions: { clientOptions },
  });
  const app = new bolt.App({ token, receiver, clientOptions, logLevel });
  let respondToForm: bolt.RespondFn | undefined;
  app.command(/.*/, async ({ ack, command, respond, client }) => {
    await ack();
    if (command.text.includes('form')) {
      respondToForm = respond;
      await client.views.open({ trigger_id: command.trigger_id, view: FORM });
      return;
    }
    await write();
    await respond(SAVED);
  });
  app.view(/.*/, async ({ ack }) => {
    await ack();
    await write();
    await respondToForm?.(SAVED);
  });
  app.message(() => Promise.resolve());
  await app.start();
  await app.client.chat.postMessage({ channel, text: 'A question', ...QUIET });
  return {
    command: (person) => person.run('whetstone', 'write'),
    form: (person) => person.run('whetstone', 'form'),
    stop: async () => void (await app.stop()),
  };
}

/** Nothing that is named in it is opened or shown. */
const QUIET = { unfurl_links: false, unfurl_media: false };

const SAVED = { response_type: 'ephemeral', text: 'Saved.' } as const;

const FORM: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'A form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      ...{ type: 'input', block_id: 'text', label: { type: 'plain_text', text: 'Words' } },
      element: { type: 'plain_text_input', action_id: 'text', multiline: true },
    },
  ],
};
