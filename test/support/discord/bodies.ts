import type { EmbedBody, RowBody } from '../../../src/platforms/discord/message-rules.ts';

/** What the bot sends, as far as the loopback looks at it. Nothing here is trusted to be right. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly EmbedBody[] | null;
  readonly components?: readonly RowBody[] | null;
  readonly attachments?: readonly AttachmentBody[] | null;
  readonly allowed_mentions?: {
    readonly parse?: readonly string[];
    readonly users?: readonly string[];
    readonly roles?: readonly string[];
    readonly replied_user?: boolean;
  } | null;
  readonly flags?: number | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: {
    readonly message_id: string;
    readonly fail_if_not_exists?: boolean;
  } | null;
}

interface AttachmentBody {
  readonly id: number | string;
  readonly filename?: string;
  readonly description?: string;
}

export interface ModalBody {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly (LabelBody | TextDisplayBody)[];
}

export interface TextDisplayBody {
  readonly type: 10;
  readonly content: string;
}

export interface LabelBody {
  readonly type: 18;
  readonly label: string;
  readonly description?: string;
  readonly component: InputBody;
}

/** A modal's part that holds a field; the others are words alone. */
export const isLabel = (part: LabelBody | TextDisplayBody): part is LabelBody => part.type === 18;

export interface InputBody {
  readonly type: number;
  readonly custom_id: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly min_length?: number;
  readonly max_values?: number;
  readonly max_length?: number;
  readonly placeholder?: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly default?: boolean;
  }[];
  /** Of a select that Discord fills itself. */
  readonly default_values?: readonly { readonly id: string; readonly type: string }[];
}

export interface CommandBody {
  readonly type?: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly default_member_permissions?: number | string | null;
  readonly options?: readonly CommandOptionBody[];
}

export interface CommandOptionBody extends CommandBody {
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly {
    readonly name: string;
    readonly name_localizations?: Readonly<Record<string, string>> | null;
    readonly value: string;
  }[];
  readonly options?: readonly CommandOptionBody[];
}

export interface CallbackBody {
  readonly type: number;
  readonly data?: MessageBody & Partial<ModalBody> & { readonly choices?: readonly ChoiceBody[] };
}

export interface ChoiceBody {
  readonly name: string;
  readonly value: string;
}

export interface File {
  /** Which of the attachments it is. */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly type: string;
  readonly content: Buffer;
}
