/** Of the stored state: another one is not read. */
export const STATE_VERSION = 3;
