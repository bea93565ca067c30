import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import {
  type Action,
  type Button,
  decodeAction,
  encodeAction,
  type Message,
} from '../../chat/message.ts';
import { addressed, type Addressee, parted } from './addressee.ts';
import { LIMITS } from './limits.ts';
import { MARK_SEPARATOR } from './mark.ts';

type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** What the buttons of a message bear beside their actions. */
export interface Borne {
  /** On the first button alone. */
  readonly mark?: string | undefined;
  readonly addressee?: Addressee | undefined;
}

/** The message's buttons in rows. */
export function renderButtons(message: Message, borne: Borne): Row[] {
  const all = message.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
  const ids = customIds(all, borne);
  let at = 0;
  return message.blocks.flatMap((block) => {
    if (block.type !== 'buttons') return [];
    const rendered = block.buttons.map((button) => renderButton(button, ids[at++] ?? ''));
    return buttonRows(rendered).map((components) => ({
      type: ComponentType.ActionRow,
      components,
    }));
  });
}

/** The same pieces in groups of one row each. */
export function buttonRows<T>(buttons: readonly T[]): T[][] {
  const count = Math.ceil(buttons.length / LIMITS.buttonsInRow);
  return Array.from({ length: count }, (_, row) =>
    buttons.slice(row * LIMITS.buttonsInRow, (row + 1) * LIMITS.buttonsInRow),
  );
}

/** Discord wants every `custom_id` of a message different, also where two buttons do the same. */
function customIds(buttons: readonly Button[], { mark, addressee }: Borne): string[] {
  const seen = new Set<string>();
  return buttons.map((button, index) => {
    const id = addressed(encodeAction(button.action), addressee);
    const suffix = index === 0 ? mark : seen.has(id) ? String(index) : undefined;
    seen.add(id);
    return suffix === undefined ? id : `${id}${MARK_SEPARATOR}${suffix}`;
  });
}

/** The action behind a `custom_id`, without what was added to it. */
export function actionOf(customId: string): Action {
  return decodeAction(parted(customId).action);
}

const STYLES = {
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
  secondary: ButtonStyle.Secondary,
} as const;

function renderButton(button: Button, customId: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    custom_id: customId,
    label: cut(displayable(button.label), LIMITS.buttonLabel),
    style: STYLES[button.style ?? 'secondary'],
    ...(button.disabled && { disabled: true }),
  };
}
