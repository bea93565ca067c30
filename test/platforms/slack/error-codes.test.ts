import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError, type PlatformFault } from '../../../src/chat/platform.ts';
import { openSlackStage, type SlackStage } from '../../support/slack/stage.ts';
import { say } from './support.ts';

type Code = PlatformFault['code'];

/** The errors of `chat.postMessage` and `conversations.open` by what their pages say of them. */
const DOCUMENTED: Readonly<Partial<Record<Code, string>>> = {
  busy: `ratelimited rate_limited message_limit_exceeded team_quota_exceeded org_login_required
    team_added_to_org external_channel_migrating`,
  'in-doubt': 'internal_error fatal_error request_timeout service_unavailable',
  unauthorized: `invalid_auth not_authed not_allowed_token_type token_expired token_revoked
    accesslimited two_factor_setup_required`,
  'message-refused': `invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long no_text
    markdown_text_conflict metadata_too_large invalid_metadata_format invalid_metadata_schema
    too_many_attachments too_many_contact_cards attachment_payload_limit_exceeded
    duplicate_message_not_found slack_connect_blocked_file_type
    slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
    slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked
    slack_connect_lists_sharing_blocked`,
  'direct-closed': 'user_not_found user_disabled user_not_visible cannot_dm_bot',
  'workspace-gone': 'account_inactive team_not_found',
  'channel-gone': 'channel_not_found',
  'channel-archived': 'is_archived',
  'thread-gone': 'thread_not_found cannot_reply_to_message',
  'thread-locked': `thread_locked restricted_action_thread_locked
    restricted_action_non_threadable_channel`,
  forbidden: `missing_scope not_in_channel messages_tab_disabled no_permission access_denied
    ekm_access_denied team_access_not_granted enterprise_is_restricted restricted_action
    restricted_action_read_only_channel restricted_action_thread_only_channel
    posting_to_general_channel_denied`,
  rejected: `as_user_not_supported deprecated_endpoint method_deprecated duplicate_channel_not_found
    metadata_must_be_sent_from_app invalid_arg_name invalid_arguments invalid_array_arg
    invalid_charset invalid_form_data invalid_post_type missing_post_type
    an_error_that_is_new`,
};

let stage: SlackStage;
beforeEach(async () => {
  stage = await openSlackStage();
});
afterEach(() => stage.close());

describe('a post that Slack refuses', () => {
  it.each(Object.entries(DOCUMENTED))('means %s, and bears its code', async (fault, codes) => {
    const platform = stage.platform();
    const place = { workspace: stage.workspace, channel: stage.channel };
    for (const code of codes.split(/\s+/)) {
      stage.world.refusePosts = code;
      const error: unknown = await platform
        .post(place, say('A question'), `key-${code}`)
        .catch((thrown: unknown) => thrown);
      const refused = error instanceof PlatformError ? error : undefined;
      expect([code, refused?.fault.code, refused?.refusal]).toEqual([code, fault, code]);
    }
  });
});
