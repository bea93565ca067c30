/** People whom a platform keeps together and mentions at once: a Discord role, a Slack user group. */
export interface Group {
  /** The platform's own. */
  readonly id: string;
  /** Without the `@` under which people see it. */
  readonly name: string;
}
