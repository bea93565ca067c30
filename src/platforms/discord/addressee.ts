import { MARK_SEPARATOR } from './mark.ts';
import { COMPONENT, type Interaction } from './payloads.ts';

/**
 * Whom a private message is for. Discord names no server in a gesture that is made there, so the custom ids
 * of its buttons, and of the forms that they open, name both.
 */
export interface Addressee {
  readonly workspace: string;
  readonly member: string;
}

/** Stands in no encoded action. */
const SEPARATOR = '/';

/** Two ids of 64 bits each: in 22 characters, which leave room for the longest action. */
const BYTES = 16;

/** The custom id with the addressee after it. */
export function addressed(customId: string, addressee: Addressee | undefined): string {
  if (!addressee) return customId;
  const bytes = Buffer.alloc(BYTES);
  bytes.writeBigUInt64BE(BigInt(addressee.workspace), 0);
  bytes.writeBigUInt64BE(BigInt(addressee.member), BYTES / 2);
  return `${customId}${SEPARATOR}${bytes.toString('base64url')}`;
}

/** A custom id without its mark, as the action in it and the addressee after that. */
export function parted(customId: string): { readonly action: string; readonly addressee?: string } {
  const [unmarked = ''] = customId.split(MARK_SEPARATOR);
  const [action = '', addressee] = unmarked.split(SEPARATOR);
  return { action, ...(addressee !== undefined && { addressee }) };
}

/** A button's and a form's alike. */
const CUSTOM_ID = COMPONENT.pick({ custom_id: true });

/** Whom the private message was for on which a gesture was made; undefined where it was made on none. */
export function addresseeOf({ guild_id, data }: Interaction): Addressee | undefined {
  const customId = CUSTOM_ID.safeParse(data).data?.custom_id;
  if (guild_id !== undefined || customId === undefined) return undefined;
  const bytes = Buffer.from(parted(customId).addressee ?? '', 'base64url');
  if (bytes.length !== BYTES) return undefined;
  return {
    workspace: String(bytes.readBigUInt64BE(0)),
    member: String(bytes.readBigUInt64BE(BYTES / 2)),
  };
}
