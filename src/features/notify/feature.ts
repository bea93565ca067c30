import type { Feature } from '../shared/feature.ts';
import { notifyButton, notifyFormHandler } from './notify-form.ts';
import { notifySetting } from './notify-setting.ts';
import { deleteWorkspaceGroups } from './stored-groups.ts';
import { notifyWords } from './words/index.ts';

/** Whom the questions of a track notify: one role or user group, the only mention that notifies anyone. */
export const notifyFeature: Feature = {
  name: 'notify',
  words: notifyWords,
  trackSettings: [notifySetting],
  buttons: [notifyButton],
  forms: [notifyFormHandler],
  deleteWorkspace: deleteWorkspaceGroups,
};
