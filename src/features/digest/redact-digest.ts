import type { Context } from '../../delivery/context.ts';
import { findPosted } from '../../delivery/post-once.ts';
import { editPosted, redacting } from '../../delivery/redact.ts';
import { readPeriod } from '../../domain/digest.ts';
import { defineJob } from '../../jobs/job.ts';
import { redactedDigestCard } from './digest-card.ts';
import { type DigestName, withDigestPlace } from './digest-place.ts';

interface DigestRedaction extends DigestName {
  /** When somebody whom it may name was forgotten, in ISO 8601. */
  readonly since: string;
}

/** Takes the names out of a posted digest. */
export const redactDigestJob = defineJob<DigestRedaction>('redact-digest');

/**
 * Replaces a posted digest by one that names nobody, since it may name someone who was forgotten. The others are not
 * posted anew: the next digest tells of them. Safe to repeat.
 */
export async function redactDigest(
  context: Context,
  { since, ...name }: DigestRedaction,
): Promise<void> {
  await withDigestPlace(context, name, (at) =>
    redacting(context, { since, about: name }, async () => {
      const ref = await findPosted(context, at);
      if (!ref) return;
      const { language } = at.placed.track;
      const page = redactedDigestCard(language, readPeriod(name.period));
      await editPosted(at.platform, ref, { page, deletesPictures: true });
      context.log.info(name, 'redacted a digest');
    }),
  );
}
