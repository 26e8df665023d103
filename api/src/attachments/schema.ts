import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Sha256 } from '../schemas.ts'

export const Attachment = Type.Object(
  {
    object: Type.Literal('attachment'),
    document_id: Type.String({ examples: ['0009990001-25-000003:9'] }),
    kind: stringEnum(['pdf', 'zip', 'gif', 'jpeg', 'png', 'bmp', 'unknown'], {
      description: 'What the file is by its first bytes, whatever its name claims.',
    }),
    file_name: nullable(Type.String({ description: 'As filed; not to be used as a path.' })),
    byte_length: Type.Integer({ description: 'Bytes of the file.' }),
    attachment_sha256: Sha256('Of the file as it was before EDGAR encoded it.'),
    entries: nullable(
      Type.Array(
        Type.Object({
          name: Type.String({ description: 'As written in the archive; not to be used as a path.' }),
          byte_length: Type.Integer(),
          compressed_byte_length: Type.Integer(),
        }),
        {
          description: 'The files of an archive; null for anything else, and for an archive that is refused.',
        },
      ),
    ),
  },
  { $id: 'Attachment', description: 'The file a document carries as text: an image, a PDF, an archive.' },
)
