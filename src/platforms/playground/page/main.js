// @ts-check
import { watchComposers } from './composer.js';
import { watchGestures } from './gestures.js';
import { watchLimits } from './limits.js';
import { watchLive } from './live.js';
import { watchPreferences } from './preferences.js';
import { watchScrolling } from './scrolling.js';
import { watchSkips } from './skips.js';
import { watchThreads } from './threads.js';
import { watchClock } from './times.js';

watchPreferences();
watchThreads();
watchScrolling();
watchSkips();
watchGestures();
watchComposers();
watchLimits();
watchClock();
watchLive();
