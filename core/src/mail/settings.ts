import { Type } from 'typebox'

/** Settings of every process that sends mails. */
export const mailSettings = {
  MAIL_URL: Type.Optional(
    Type.String({
      pattern: '^(smtps?|file)://',
      description:
        'How mails go out: smtp://user:password@host:587, smtps://…:465, or file:///folder, which writes them there.',
    }),
  ),
  MAIL_FROM: Type.String({
    minLength: 3,
    maxLength: 200,
    default: 'SEC Latent Platform <no-reply@localhost>',
    description: 'The sender of mails.',
  }),
}
