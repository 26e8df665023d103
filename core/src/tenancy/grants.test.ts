import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DatabaseRole, openDatabase, type Sql } from '../db.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { asOrganisation } from './organisation.ts'

const ROLES: DatabaseRole[] = [
  'latent_api',
  'latent_service',
  'latent_worker',
  'latent_readonly',
  'latent_retention',
]

forEachPostgres((version) => {
  let database: TestDatabase
  let sql: Sql
  beforeAll(async () => {
    database = await testDatabase({ version })
    sql = database.sql
  })
  afterAll(() => database.close())

  test('who may do what is what is written in grants.json: run with -u when a change of it is meant', async () => {
    await expect(`${JSON.stringify(await grantsOf(sql), null, 2)}\n`).toMatchFileSnapshot('./grants.json')
  })

  test('every table with organisation_id is protected, and shown to the API one organisation at a time', async () => {
    const tables = await sql<
      { name: string; enabled: boolean; forced: boolean; partition: boolean; policy: string | null }[]
    >`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relispartition as partition,
        (select p.qual from pg_policies p where p.tablename = c.relname and p.policyname = 'tenant'
          and p.roles = '{latent_api}' and p.qual = p.with_check) as policy
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'organisation_id'
      order by 1`
    expect(tables.length).toBeGreaterThan(5)
    const open = tables.filter(({ enabled, forced }) => !enabled || !forced)
    expect(
      open.map(({ name }) => name),
      'without row-level security',
    ).toEqual([])
    const reached = tables.filter(({ partition }) => !partition)
    const shown = reached.filter(({ policy }) => policy !== '(organisation_id = current_organisation())')
    expect(
      shown.map(({ name }) => name),
      'without the policy of protect_tenant_table',
    ).toEqual([])
  })

  test('no policy gives the API more than the rows of its organisation', async () => {
    const wide = await sql<{ name: string }[]>`
      select tablename || '.' || policyname as name from pg_policies
      where (roles && '{latent_api,public}'::name[]) and qual not like '%current_organisation()%'`
    expect(wide.map(({ name }) => name)).toEqual([])
  })

  test('the roles own nothing, log in nowhere and stand above no policy', async () => {
    expect(
      await sql`select rolname from pg_roles where rolname ~ '^latent_'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin or rolreplication)`,
    ).toHaveLength(0)
    expect(
      await sql`select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname ~ '^latent_'`,
    ).toHaveLength(0)
    expect(
      await sql`select from pg_namespace, aclexplode(nspacl) where nspname = 'public' and grantee = 0`,
    ).toHaveLength(0)
    for (const role of ROLES) {
      const connection = openDatabase(database.url, { max: 1, role })
      const attempt = connection`create table sneaky (a int)`
      await expect(attempt, role).rejects.toMatchObject({ code: '42501' })
      await connection.end()
    }
  })

  test('nothing that is made later is granted to anybody by default', async () => {
    expect(
      await sql`select defaclrole::regrole::text as role, defaclobjtype as kind, defaclacl::text as granted
      from pg_default_acl`,
    ).toEqual([])
  })

  test('a function that acts with the rights of its owner looks for names in one place only', async () => {
    const definers = await sql<{ name: string; settings: string[] | null }[]>`
      select proname as name, proconfig as settings from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`
    expect(definers.length).toBeGreaterThan(0)
    const open = definers.filter(({ settings }) => !settings?.some((one) => one.startsWith('search_path=')))
    expect(open.map(({ name }) => name)).toEqual([])
    const anybody = await sql<{ name: string }[]>`
      select p.proname as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and x.grantee = 0`
    expect(
      anybody.map(({ name }) => name),
      'called by everybody',
    ).toEqual([])
  })

  test('a connection begins in its role and within its limits', async () => {
    const api = openDatabase(database.url, { max: 1, role: 'latent_api' })
    const [settings] = await api`select current_user as user, current_setting('search_path') as path,
      current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`
    expect(settings).toEqual({
      user: 'latent_api',
      path: 'public',
      statement: '30s',
      lock: '10s',
      idle: '30s',
    })
    await api.end()
  })

  test('a login with a role of its own begins in it without being told, and cannot leave it', async () => {
    const login = `api_login_${randomBytes(4).toString('hex')}`
    await sql.unsafe(`create role ${login} login password 'x'`)
    await sql`select prepare_login(${login}, 'latent_api')`
    const url = new URL(database.url)
    url.username = login
    url.password = 'x'
    const api = openDatabase(url.href, { max: 1 })
    try {
      const [session] =
        await api`select current_user as user, current_setting('statement_timeout') as statement`
      expect(session).toEqual({ user: 'latent_api', statement: '30s' })
      await expect(api`set role latent_service`).rejects.toMatchObject({ code: '42501' })
      await api`set role none`
      expect(await api`select from api_keys`).toHaveLength(0)
      await expect(
        asOrganisation(
          api,
          'org_a',
          (tx) => tx`select append_audit_event('a', 'org_b', 'key', 'k', null, null, 'a', 't', 'i',
          null, null, null)`,
        ),
      ).rejects.toMatchObject({ code: '42501' })
    } finally {
      await api.end()
      await sql.unsafe(`drop owned by ${login}; drop role ${login}`)
    }
  })

  test('the schema can be made by an owner who is no superuser', async () => {
    const { migrate } = await import('../migrate.ts')
    const owner = `owner_${randomBytes(4).toString('hex')}`
    await sql.unsafe(`create role ${owner} login createrole createdb password 'x'`)
    for (const role of ROLES) await sql.unsafe(`grant ${role} to ${owner} with admin option`)
    await sql.unsafe(`create database ${owner} owner ${owner}`)
    const url = new URL(database.url)
    url.pathname = `/${owner}`
    url.username = owner
    url.password = 'x'
    const own = openDatabase(url.href, { max: 2 })
    try {
      await migrate(own)
      const append = (organisation: string) => (tx: typeof own) =>
        tx`select append_audit_event('aud_1', ${organisation}, 'key',
        'k', null, null, 'a', 't', 'i', null, null, null) as seq`
      const api = openDatabase(url.href, { max: 1, role: 'latent_api' })
      expect(await asOrganisation(api, 'org_a', append('org_a') as never)).toEqual([{ seq: 1 }])
      await expect(asOrganisation(api, 'org_a', append('org_b') as never)).rejects.toMatchObject({
        code: '42501',
      })
      await api.end()
      await expect(own`delete from audit_events`).rejects.toMatchObject({ code: '42501' })
    } finally {
      await own.end()
      await sql.unsafe(`drop database ${owner} with (force)`)
    }
  })
})

/** Privileges by table or function and role; what everybody may do is listed under PUBLIC. */
async function grantsOf(sql: Sql) {
  const rows = await sql<{ object: string; role: string; privileges: string }[]>`
    select object, role, string_agg(privilege, ', ' order by privilege) as privileges from (
      select case when c.relispartition then 'partitions of ' || (select i.inhparent::regclass::text from pg_inherits i
          where i.inhrelid = c.oid) else c.relname::text end as object,
        case when x.grantee = 0 then 'PUBLIC' else x.grantee::regrole::text end as role, lower(x.privilege_type) as privilege
      from pg_class c, aclexplode(c.relacl) x
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and x.grantee <> c.relowner
      union
      select c.relname || '.' || a.attname, case when x.grantee = 0 then 'PUBLIC' else x.grantee::regrole::text end,
        lower(x.privilege_type)
      from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) x
      where c.relnamespace = 'public'::regnamespace
      union
      select p.proname || '()', case when x.grantee = 0 then 'PUBLIC' else x.grantee::regrole::text end,
        lower(x.privilege_type)
      from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
      where p.pronamespace = 'public'::regnamespace and x.grantee <> p.proowner
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    ) granted group by object, role order by object collate "C", role collate "C"`
  const matrix: Record<string, Record<string, string>> = {}
  for (const { object, role, privileges } of rows) {
    matrix[object] ??= {}
    ;(matrix[object] as Record<string, string>)[role] = privileges
  }
  return matrix
}
