import * as z from 'zod/mini';
import { revision } from '#shared/contracts/beneficiary/route-parts.ts';
import { DayCodec } from '#shared/contracts/codecs.ts';
import {
  AreaIdSchema,
  ConfidenceSchema,
  LegalSourceSchema,
  lineOf,
  ShortTextSchema,
} from '#shared/contracts/common.ts';

/** Administrative units: what a PUT takes is what a GET gives back. */

export const NoteSchema = z.optional(lineOf(600));

const AreaFlagSchema = z
  .strictObject({
    flag: z.enum(['mountainous', 'ethnic-minority-area', 'land-border', 'island']),
    /** null: not known to be either. */
    value: z.nullable(z.boolean()),
    from: z.nullable(DayCodec),
    to: z.nullable(DayCodec),
    source: lineOf(300),
    confidence: ConfidenceSchema,
    note: NoteSchema,
  })
  .check(z.meta({ id: 'AreaFlag', description: 'A dated property of an area that programmes refer to' }));

const AreaKindSchema = z
  .enum(['province', 'city', 'town', 'district', 'commune', 'ward', 'township', 'special-zone'])
  .check(
    z.meta({
      id: 'AreaKind',
      description: 'Kind of unit; city, town, district and township are former ones',
    }),
  );

export const AreaLevelSchema = z
  .enum(['province', 'district', 'commune'])
  .check(z.meta({ id: 'AreaLevel', description: 'Level of an area; districts ended on 2025-06-30' }));

export const UrbanRuralSchema = z
  .enum(['urban', 'rural'])
  .check(z.meta({ id: 'UrbanRural', description: 'Urban or rural' }));

export const AreaContentSchema = z.strictObject({
  areaId: AreaIdSchema,
  code: z
    .string()
    .check(z.regex(/^\d{2}(\d{1}|\d{3})?$/), z.meta({ description: 'Official code; reused over time' })),
  nameVi: ShortTextSchema,
  nameAscii: z.optional(ShortTextSchema),
  kind: AreaKindSchema,
  parentId: z.nullable(AreaIdSchema),
  /** null: the start is not known. */
  validFrom: z.nullable(DayCodec),
  /** Last day of validity; null: in force. */
  validTo: z.nullable(DayCodec),
  urbanRural: z.nullable(UrbanRuralSchema),
  formedFrom: z
    .array(z.strictObject({ areaId: AreaIdSchema, extent: z.enum(['whole', 'part']) }))
    .check(z.maxLength(40)),
  successors: z.array(AreaIdSchema).check(z.maxLength(40)),
  flags: z.array(AreaFlagSchema).check(z.maxLength(20)),
  source: LegalSourceSchema,
});

export const AreaSchema = z
  .object({ ...AreaContentSchema.shape, level: AreaLevelSchema, revision })
  .check(
    z.meta({ id: 'Area', description: 'An administrative unit with its validity, origin and dated flags' }),
  );

export const AreaRowSchema = z
  .object({
    areaId: AreaIdSchema,
    code: z.string(),
    nameVi: z.string(),
    kind: AreaKindSchema,
    parentId: z.nullable(AreaIdSchema),
    urbanRural: z.nullable(UrbanRuralSchema),
    validFrom: z.nullable(DayCodec),
    validTo: z.nullable(DayCodec),
  })
  .check(z.meta({ id: 'AreaRow', description: 'A unit in the list' }));
