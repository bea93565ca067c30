import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { PlatformFault } from '../../chat/platform.ts';

const list = (fault: PlatformFault, ...codes: readonly Code[]) =>
  codes.map((code) => [code, fault] as const);

/**
 * Discord's error codes (developers/topics/opcodes-and-status-codes, "JSON Error Codes") and what they
 * mean for what the bot of itself does. A code that is not here is `rejected`: nobody has said what it
 * means, so nothing is suspended for it at once.
 */
export const FAULTS: ReadonlyMap<string | number, PlatformFault> = new Map([
  ...list(
    { code: 'busy' },
    Code.ActionCannotBePerformedDueToSlowmodeRateLimit,
    Code.AnnouncementEditLimitExceeded,
    Code.ChannelSendRateLimit,
    Code.ServerSendRateLimit,
    Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
    Code.OpeningDirectMessagesTooFast,
    Code.SendMessagesHasBeenTemporarilyDisabled,
    Code.FeatureTemporarilyDisabledServerSide,
    Code.ServiceResourceIsBeingRateLimited,
    Code.CloudflareIsBlockingYourRequest,
    Code.IndexNotYetAvailable,
    Code.ApplicationNotYetAvailable,
    Code.APIResourceOverloaded,
    Code.MaximumActiveThreads,
    Code.MaximumActiveAnnouncementThreads,
  ),
  // Something in this one message, or in this one thread's title.
  ...list(
    { code: 'message-refused' },
    Code.ExplicitContentCannotBeSentToTheDesiredRecipient,
    Code.StageTopicServerNameServerDescriptionOrChannelNamesContainDisallowedWords,
    Code.MaximumNumberOfReactionsReached,
    Code.MaximumNumberOfAttachmentsInAMessageReached,
    Code.RequestEntityTooLarge,
    Code.CannotSendAnEmptyMessage,
    Code.CannotExecuteActionOnSystemMessage,
    Code.InvalidFormBodyOrContentType,
    Code.FileUploadedExceedsMaximumSize,
    Code.InvalidFileUploaded,
    Code.InvalidMessageType,
    Code.RequestBodyContainsInvalidJSON,
    Code.ProvidedFileIsInvalid,
    Code.ProvidedFileTypeIsInvalid,
    Code.UploadedFileNotFound,
    Code.MessageWasBlockedByAutomaticModeration,
    Code.TitleWasBlockedByAutomaticModeration,
    Code.MessageBlockedByHarmfulLinksFilter,
    Code.AccessToFileUploadsHasBeenLimitedForThisGuild,
  ),
  ...list(
    { code: 'direct-closed' },
    Code.CannotSendMessagesToThisUser,
    Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  ),
  ...list({ code: 'workspace-gone' }, Code.UnknownGuild, Code.InvalidGuild),
  ...list({ code: 'channel-gone' }, Code.UnknownChannel),
  ...list({ code: 'message-gone' }, Code.UnknownMessage),
  // An archived thread opens again when the bot posts; only a locked one refuses.
  ...list({ code: 'thread-locked' }, Code.InvalidActionOnArchivedThread, Code.ThreadLocked),
  ...list({ code: 'unauthorized' }, Code.Unauthorized, Code.VerifyYourAccount, Code.InvalidToken),
  ...list({ code: 'forbidden', permission: 'View Channel' }, Code.MissingAccess),
  ...list(
    { code: 'forbidden', permission: 'Read Message History' },
    Code.CannotReplyWithoutPermissionToReadMessageHistory,
    Code.CannotReferenceAMessageWithoutPermissionToReadMessageHistory,
  ),
  ...list(
    { code: 'forbidden' },
    Code.MissingPermissions,
    Code.ReactionWasBlocked,
    Code.UserBannedFromThisGuild,
    Code.CannotSendAMessageInAForumChannel,
    Code.TagRequiredToCreateAForumPostInThisChannel,
    Code.CannotExecuteActionOnDMChannel,
    Code.CannotSendMessagesInNonTextChannel,
    Code.ChannelVerificationLevelTooHighForYouToGainAccess,
    Code.InvalidMFALevel,
    Code.CannotExecuteActionOnThisChannelType,
    Code.ServerNotAvailableInYourLocation,
    Code.TwoFactorAuthenticationIsRequired,
  ),
]);
