import type { Queryable } from '../db.ts'

/** A login of the database server, or a role that one may become. */
export interface DatabaseAccess {
  role: string
  enters: boolean
  /** Roles it has the rights of, also by way of others. */
  may_become: string[]
  expires_at: string | null
  remarks: string[]
}

/**
 * Who can enter the database, and what they may become. Roles of the server itself, whose names begin with `pg_`, are left out. What the
 * roles may do with each table is in tenancy/grants.json.
 */
export async function databaseAccess(tx: Queryable): Promise<DatabaseAccess[]> {
  const rows = await tx<
    { role: string; enters: boolean; may_become: string[]; expires_at: string | null; above: string[] }[]
  >`
    select r.rolname as role, r.rolcanlogin as enters,
      array(select o.rolname::text from pg_roles o where o.oid <> r.oid and o.rolname !~ '^pg_' and not r.rolsuper
        and pg_has_role(r.oid, o.oid, 'member') order by 1) as may_become,
      nullif(r.rolvaliduntil, 'infinity')::text as expires_at,
      array_remove(array[case when r.rolsuper then 'is a superuser' end,
        case when r.rolbypassrls and not r.rolsuper then 'stands above row-level security' end,
        case when r.rolcreaterole and not r.rolsuper then 'makes roles' end,
        case when r.rolreplication and not r.rolsuper then 'reads everything by replication' end], null) as above
    from pg_roles r where r.rolname !~ '^pg_' order by r.rolcanlogin desc, r.rolname`
  return rows.map(({ above, ...row }) => ({
    ...row,
    remarks: [
      ...above,
      ...(row.enters && row.may_become.length > 1 ? [`may become ${row.may_become.length} roles`] : []),
    ],
  }))
}
