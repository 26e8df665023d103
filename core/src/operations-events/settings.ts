import { Type } from 'typebox'

/** Settings of the processes that tell people what was done to the installation. */
export const digestSettings = {
  OPERATIONS_MAIL_TO: Type.Optional(
    Type.String({
      pattern: '^[^\\s,@]+@[^\\s,@]+(,[^\\s,@]+@[^\\s,@]+){0,19}$',
      description:
        'Who gets the daily digest of deployments, scaling and backups: addresses, separated by commas. Unset: nobody.',
    }),
  ),
}
