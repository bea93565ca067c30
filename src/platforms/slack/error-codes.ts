import type { PlatformFault } from '../../chat/platform.ts';

const list = (fault: PlatformFault, codes: string) =>
  codes
    .trim()
    .split(/\s+/)
    .map((code) => [code, fault] as const);

/**
 * Slack's error codes (the "Errors" of each method's page on docs.slack.dev) and what they mean for what
 * the bot does of itself. A code that is not here is `rejected`: nobody has said what it means, so nothing
 * is suspended for it at once.
 */
export const FAULTS: ReadonlyMap<string, PlatformFault> = new Map([
  ...list(
    { code: 'busy' },
    `ratelimited rate_limited message_limit_exceeded team_quota_exceeded org_login_required
     team_added_to_org external_channel_migrating`,
  ),
  ...list({ code: 'in-doubt' }, 'internal_error fatal_error request_timeout service_unavailable'),
  ...list(
    { code: 'unauthorized' },
    `invalid_auth not_authed not_allowed_token_type token_expired token_revoked accesslimited
     two_factor_setup_required`,
  ),
  // Something in this one message.
  ...list(
    { code: 'message-refused' },
    `invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long no_text block_mismatch
     markdown_text_conflict metadata_too_large invalid_metadata_format invalid_metadata_schema
     too_many_attachments too_many_contact_cards attachment_payload_limit_exceeded
     edit_window_closed too_many_reactions too_many_emoji file_not_found file_deleted
     duplicate_message_not_found slack_connect_blocked_file_type
     slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
     slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked
     slack_connect_lists_sharing_blocked`,
  ),
  ...list({ code: 'direct-closed' }, 'user_not_found user_disabled user_not_visible cannot_dm_bot'),
  ...list({ code: 'workspace-gone' }, 'account_inactive team_not_found'),
  ...list({ code: 'channel-gone' }, 'channel_not_found'),
  ...list({ code: 'channel-archived' }, 'is_archived'),
  ...list({ code: 'thread-gone' }, 'thread_not_found cannot_reply_to_message'),
  ...list(
    { code: 'thread-locked' },
    'thread_locked restricted_action_thread_locked restricted_action_non_threadable_channel',
  ),
  ...list({ code: 'message-gone' }, 'message_not_found no_item_specified'),
  ...list({ code: 'forbidden', permission: '/invite' }, 'not_in_channel'),
  ...list(
    { code: 'forbidden' },
    `cant_update_message user_not_in_channel messages_tab_disabled no_permission access_denied
     ekm_access_denied team_access_not_granted enterprise_is_restricted restricted_action
     restricted_action_read_only_channel restricted_action_thread_only_channel
     posting_to_general_channel_denied posting_to_channel_denied channel_type_not_supported
     method_not_supported_for_channel_type`,
  ),
]);
