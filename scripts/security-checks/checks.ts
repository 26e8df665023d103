import type { SecurityCheck } from './security-check.ts'

/** The checks of the security plan, in its order and by its numbers. */
export const SECURITY_CHECKS: SecurityCheck[] = [
  // Who may do what, to which object, with which field
  {
    id: 1,
    what: 'an id of another organisation is like an id that nobody has, on every route with an id',
    tests: [
      'scripts/security-checks/tenants.test.ts > every operation on what belongs to an organisation has a case',
      'api/src/keys/routes.test.ts > of another organisation is not there, and the key lives on',
      'api/src/exports/routes.test.ts > of another organisation is like one that does not exist',
      'api/src/monitors/routes.test.ts > of another organisation is like one that does not exist',
      'api/src/request-log/routes.test.ts > of another organisation is not there',
      'api/src/oauth/routes.test.ts > of somebody else is not there, whatever is tried',
      'api/src/webhook-endpoints/routes.test.ts > belongs to one organisation and one world',
    ],
    commands: ['npm run invariants -- --only I36'],
  },
  {
    id: 2,
    what: 'ids cannot be guessed and count nothing',
    tests: [
      'core/src/ids.test.ts > every random character takes every value it can have',
      'api/src/exports/routes.test.ts > of another organisation is like one that does not exist',
    ],
  },
  {
    id: 3,
    what: 'an answer has the fields of its schema and no others',
    tests: [
      'api/src/fuzz/fuzz.test.ts > every operation keeps it, for requests that are right',
      'scripts/openapi-check/lint/house-rules.test.ts > %s: %s',
    ],
  },
  {
    id: 4,
    what: 'a body sets only the fields that its route names',
    tests: [
      'api/src/identity/sign-in.test.ts > cannot make themselves more than they are by naming it',
      'api/src/webhook-endpoints/routes.test.ts > takes only events and signals that exist, and fields that it knows',
      'api/src/fuzz/fuzz.test.ts > every operation keeps it, for requests that are right',
    ],
  },
  {
    id: 5,
    what: 'a route that does not say who may call it does not start',
    tests: [
      'api/src/security.test.ts > a route that does not say who may call it does not start',
      'api/src/security.test.ts > every route of the contract but the open ones refuses',
    ],
  },
  {
    id: 6,
    what: 'each role opens the routes that are written down for it, and no others',
    tests: [
      'api/src/members/routes.test.ts > opens these routes and no others',
      'api/src/keys/routes.test.ts > is for admin keys and people',
      'api/src/members/routes.test.ts > looks with a reason and a second factor',
    ],
    reason:
      'The matrix of roles has 15 routes of every kind that people call, not all 127: the others ask for scopes alone.',
  },
  {
    id: 7,
    what: 'a change of a role holds within five seconds',
    tests: [
      'api/src/members/routes.test.ts > that changes holds within five seconds',
      'core/src/accounts/postgres-key-provider.test.ts > reaches the other processes through Redis',
    ],
    commands: ['npm run invariants -- --only I39'],
  },
  {
    id: 8,
    what: 'organisations that share pooled connections see nothing of each other',
    tests: ['deploy/pgbouncer/pgbouncer.test.ts > shows two organisations that take turns'],
    commands: ['npm run invariants -- --only I36'],
  },
  {
    id: 9,
    what: 'work in the background is done for the organisation that asked, and for no other',
    tests: [
      'api/src/exports/routes.test.ts > of another organisation is like one that does not exist',
      'core/src/tenancy/grants.test.ts > no policy gives the API more than the rows of its organisation',
    ],
    reason:
      'The role of the workers sees all organisations, because filings concern all; each job names the organisation it is for in its query.',
  },
  // Keys, tokens, people
  {
    id: 10,
    what: 'keys have 256 random bits, a prefix and a checksum, and only a keyed hash of them is kept',
    tests: [
      'core/src/accounts/keys.test.ts > of mode %s has 256 random bits and a checksum',
      'core/src/accounts/keys.test.ts > with any character changed is recognised as wrong without a lookup',
      'core/src/accounts/postgres-key-provider.test.ts > keeps nothing of a secret but its keyed hash',
    ],
  },
  {
    id: 11,
    what: 'a key is shown once',
    tests: ['api/src/keys/routes.test.ts > makes a key that works at once and is shown this once'],
  },
  {
    id: 12,
    what: 'keys end after 90 days unless asked otherwise, are told of before, and overlap when rotated',
    tests: [
      'core/src/accounts/key-providers.test.ts > expire after 90 days unless asked otherwise',
      'core/src/accounts/key-upkeep.test.ts > is told of at 14, 7 and 1 days',
      'api/src/keys/routes.test.ts > gives a new secret; both work for the grace period',
      'api/src/keys/routes.test.ts > without grace ends the old secret at once',
    ],
  },
  {
    id: 13,
    what: 'keys have scopes, and networks if wanted',
    tests: [
      'core/src/accounts/keys.test.ts > are granted by name or for a whole resource',
      'api/src/bad-requests.test.ts > a key is refused outside its networks',
    ],
  },
  {
    id: 14,
    what: 'when a key was last used is known, and one that rests for a year is put to sleep',
    tests: [
      'core/src/accounts/key-upkeep.test.ts > is put to rest, once',
      'core/src/access-review/access-review.test.ts > it remarks on what a reviewer looks for',
    ],
  },
  {
    id: 15,
    what: 'no key is in a log, a metric, a trace or the name of an entry in Redis',
    tests: ['scripts/masking.test.ts > what customers send is in no log, trace, metric'],
  },
  {
    id: 16,
    what: 'tokens are signed with ES256; no other algorithm is believed',
    tests: ['core/src/identity/access-tokens.test.ts > is refused: %s'],
  },
  {
    id: 17,
    what: 'type, issuer, audience, times, subject and id of a token are checked',
    tests: [
      'core/src/identity/access-tokens.test.ts > is refused: %s',
      'core/src/identity/access-tokens.test.ts > is refused after its time',
    ],
  },
  {
    id: 18,
    what: 'a token names no place from which its key is fetched',
    tests: ['core/src/identity/access-tokens.test.ts > is refused: %s'],
  },
  {
    id: 19,
    what: 'tokens live for minutes, and signing keys change with two live',
    tests: [
      'core/src/identity/access-tokens.test.ts > change with two live',
      'core/src/identity/access-tokens.test.ts > that were disclosed are replaced at once',
    ],
  },
  {
    id: 20,
    what: 'service accounts: the secret is hashed, a key of their own may sign, and there is no refresh token',
    tests: [
      'api/src/oauth/routes.test.ts > signed by a registered key gets a token once',
      'api/src/oauth/routes.test.ts > needs a key that can be one',
      'api/src/oauth/revocation.test.ts > B114 B115 B116 B117 B118',
    ],
  },
  {
    id: 21,
    what: 'signing in with a provider uses a code with PKCE',
    tests: ['api/src/identity/oidc.test.ts > makes a person of a proved address, with PKCE'],
    reason: 'Towards providers we are the client. We hand out no codes ourselves, which check 24 shows.',
  },
  {
    id: 22,
    what: 'addresses to return to are compared as a whole',
    tests: [
      'api/src/oauth/revocation.test.ts > B114 B115 B116 B117 B118',
      'api/src/identity/oidc.test.ts > leads back to pages of the portal only',
    ],
  },
  {
    id: 23,
    what: 'a code works once, and only in the browser that asked',
    tests: ['api/src/identity/oidc.test.ts > fails when the state is not of this browser'],
  },
  {
    id: 24,
    what: 'the implicit and the password grant do not exist',
    tests: ['api/src/oauth/revocation.test.ts > B114 B115 B116 B117 B118'],
  },
  {
    id: 25,
    what: 'a refresh token that is used twice ends its family',
    tests: ['api/src/oauth/revocation.test.ts > B114 B115 B116 B117 B118'],
    reason: 'There are no refresh tokens: a service account asks for a new token, a person has a session.',
  },
  {
    id: 26,
    what: 'an answer of one provider is not taken for that of another',
    tests: ['api/src/identity/oidc.test.ts > fails when the state is not of this browser'],
    reason:
      'Each provider has a callback of its own and the token must name it. We send no `iss` ourselves: there is no authorization endpoint.',
  },
  {
    id: 27,
    what: 'the endpoints for tokens ask who calls, and are held back sooner than the API',
    tests: [
      'api/src/oauth/routes.test.ts > is held back after failures from one address',
      'api/src/oauth/revocation.test.ts > is its own: nobody else takes it back',
    ],
    reason: 'There is no introspection endpoint.',
  },
  {
    id: 28,
    what: 'nothing tells whether an address or a client is known',
    tests: [
      'api/src/identity/sign-in.test.ts > shows in no answer: not its status, not its text',
      'api/src/oauth/routes.test.ts > tells nothing of whether the client exists',
    ],
    reason:
      'Status and text. Times are not compared in a test, which would fail on a busy machine; an unknown address is hashed against all the same.',
  },
  {
    id: 29,
    what: 'people may have a second factor, and staff of the platform must',
    tests: [
      'api/src/identity/second-factor.test.ts > a second factor is asked for before there is a session',
      'api/src/members/routes.test.ts > looks with a reason and a second factor',
      'core/src/access-review/access-review.test.ts > it remarks on what a reviewer looks for',
    ],
    reason:
      'Owners and admins of a customer are not made to have one; the access review names those without.',
  },
  {
    id: 30,
    what: 'passwords are long, not known from leaks, and kept as a slow hash',
    tests: [
      'api/src/identity/sign-in.test.ts > is refused when it is %s',
      'api/src/identity/sign-in.test.ts > is kept as scrypt with the parameters of OWASP',
    ],
    reason:
      'scrypt, which Node has, in the place of argon2id. Leaked passwords are a list of the most common ones: nobody is asked over the network.',
  },
  {
    id: 31,
    what: 'a session is new with each sign-in, ends by itself, at sign-out and when somebody is disabled',
    tests: [
      'api/src/identity/sign-in.test.ts > gets a new session with every sign-in',
      'api/src/identity/sign-in.test.ts > signs out here, and nobody can use the session afterwards',
      'api/src/identity/sign-in.test.ts > ends after a day without use, and after two weeks in any case',
      'api/src/identity/sign-in.test.ts > who is disabled has no session any more',
    ],
  },
  // How much
  {
    id: 32,
    what: 'bodies, their depth, their lists, pages and spans of time are bounded',
    tests: [
      'api/src/bad-requests.test.ts > %s',
      'api/src/bad-input.test.ts > B65: a list of 10,000 entries is too long',
      'scripts/openapi-check/lint/house-rules.test.ts > every rule can be broken',
    ],
  },
  {
    id: 33,
    what: 'addresses, keys and organisations have limits that hold across processes',
    tests: [
      'deploy/nginx/nginx.test.ts > lets 100 requests a minute of one address through',
      'api/src/limits.test.ts > belongs to the organisation: minting keys buys nothing',
      'api/src/limits.test.ts > is never exceeded by several processes',
      'core/src/limits/properties.test.ts > never admit more than',
    ],
  },
  {
    id: 34,
    what: 'what costs more takes more of the quota',
    tests: [
      'api/src/conventions.test.ts > say what the answer cost and what is left',
      'api/src/front/front.test.ts > each answer is counted once, with its units',
    ],
  },
  {
    id: 35,
    what: 'what is spent on Claude in a day is never exceeded',
    tests: [
      'core/src/claude/budget.test.ts > of a day is never exceeded',
      'core/src/claude/ask.test.ts > that ends between two attempts ends the attempts',
    ],
  },
  {
    id: 36,
    what: 'signing up, trial keys and exports cannot be had without end',
    tests: [
      'api/src/identity/sign-in.test.ts > is held back by address, and by mailbox',
      'api/src/keys/routes.test.ts > makes a key for a quarter of an hour that only reads, and only so many',
      'api/src/exports/routes.test.ts > happens once for one Idempotency-Key, and only five are under way at once',
    ],
    reason: 'Limits, and metrics of refusals; no alert looks for unusual sign-ups.',
  },
  {
    id: 37,
    what: 'requests end in bounded time, and a busy process refuses what matters least',
    tests: [
      'api/src/bad-input.test.ts > B36: a body that does not come is answered 408 and closed',
      'api/src/plugins/admission.test.ts > refuses low priority at three quarters',
      'api/src/plugins/faults.test.ts > refuses in words, keeps what is critical',
      'core/src/tenancy/grants.test.ts > a connection begins in its role and within its limits',
    ],
  },
  // Input, injection, parsers
  {
    id: 38,
    what: 'no statement is put together from text',
    tests: [
      'scripts/analysis/analysis.test.ts > have nothing that a rule finds and nobody excused',
      'scripts/analysis/analysis.test.ts > %s finds what it is for, and nothing else',
      'api/src/fuzz/fuzz.test.ts > every operation keeps it, for requests that are right',
    ],
    reason: 'sqlmap was not run.',
  },
  {
    id: 39,
    what: 'XML declares nothing that is expanded or fetched',
    tests: [
      'core/src/documents/hostile-documents.test.ts > nothing that a document declares is ever expanded or fetched',
      'core/src/documents/xml-reader.test.ts > saxes reads the same tree, and refuses what we refuse',
    ],
  },
  {
    id: 40,
    what: 'no regular expression takes long over a text that nothing bounds',
    tests: [
      'scripts/analysis/analysis.test.ts > have no regular expression that may take long',
      'workers/src/filings/parse-threads.test.ts > that hangs, or needs too much memory, is replaced',
    ],
    commands: ['npm run analysis'],
    reason:
      'Readers of filings have expressions that are not linear; the thread they run in is ended. eslint is not used.',
  },
  {
    id: 41,
    what: 'what all objects share cannot be changed by a request',
    tests: [
      'api/src/security.test.ts > is not changed by a body, a query or a path',
      'scripts/analysis/analysis.test.ts > have nothing that a rule finds and nobody excused',
    ],
  },
  {
    id: 42,
    what: 'JSON and addresses are read by one reader each',
    tests: [
      'api/src/bad-requests.test.ts > %s',
      'api/src/front/front.test.ts > headers too many, too long, or twice are for the router to judge',
    ],
    reason:
      'The front and the router are tried with the same requests; that no third reader is added is for whoever reviews.',
  },
  {
    id: 43,
    what: 'archives cannot unpack to more than anybody needs, nor lie about their sizes',
    tests: [
      'core/src/filings/attachment.test.ts > that unpacks to far more than it is',
      'core/src/filings/attachment.test.ts > whose sizes or checksums lie is refused',
    ],
  },
  {
    id: 44,
    what: 'no name from outside becomes a path',
    tests: [
      'core/src/edgar/urls.test.ts > a hostile file name cannot leave the folder of its filing',
      'core/src/objects/file-store.test.ts > a key that is no hash is refused',
      'core/src/recovery/backups.test.ts > refuses names that lead elsewhere',
    ],
  },
  {
    id: 45,
    what: 'filings are read in threads with limits of time and memory',
    tests: ['workers/src/filings/parse-threads.test.ts > that hangs, or needs too much memory, is replaced'],
  },
  {
    id: 46,
    what: 'no request starts a program, and no program goes through a shell',
    tests: ['scripts/analysis/analysis.test.ts > have nothing that a rule finds and nobody excused'],
  },
  {
    id: 47,
    what: 'bodies are never converted, and unknown fields are refused',
    tests: [
      'api/src/bad-requests.test.ts > %s',
      'scripts/openapi-check/lint/house-rules.test.ts > every rule can be broken',
      'api/src/bad-input.test.ts > B93: null is no value for what is required',
    ],
    reason:
      'By TypeBox, not Ajv. All mistakes of a request are told at once, a hundred at most, so every pattern of the contract must be linear: check 40.',
  },
  {
    id: 48,
    what: 'framing, content types, encodings and hosts are taken by the letter',
    tests: [
      'api/src/framing.test.ts > %s',
      'api/src/framing.test.ts > B17: answers only for its own names',
      'api/src/bad-requests.test.ts > %s',
    ],
  },
  // Calls to the outside
  {
    id: 49,
    what: 'calls to the outside go through the clients that are written down',
    tests: [
      'scripts/analysis/analysis.test.ts > have nothing that a rule finds and nobody excused',
      'deploy/kubernetes/kubernetes.test.ts > let through these connections and no others',
    ],
  },
  {
    id: 50,
    what: 'an address that a customer names reaches nothing inside',
    tests: [
      'core/src/egress/address.test.ts > not when it is %s',
      'core/src/egress/client.test.ts > is looked up once',
      'core/src/egress/client.test.ts > is held against the address that was really reached',
      'core/src/egress/rules.test.ts > refuses the addresses of this machine',
    ],
    commands: ['npm run invariants -- --only I32'],
  },
  {
    id: 51,
    what: 'what EDGAR and Claude answer is checked like the input of a stranger',
    tests: [
      'core/src/edgar/byte-checks.test.ts > is refused when cut at any byte',
      'core/src/claude/injection.test.ts > $target: $attack leads to no signal',
      'core/src/claude/ground.test.ts > never throws, whatever it says',
    ],
  },
  {
    id: 52,
    what: 'certificates are always checked',
    tests: [
      'core/src/egress/client.test.ts > even when the environment asks not to verify certificates',
      'scripts/analysis/analysis.test.ts > have nothing that a rule finds and nobody excused',
      'scripts/security-checks/weak-settings.test.ts > %s refuses %o',
    ],
  },
  {
    id: 53,
    what: 'redirects are not followed, save by EDGAR to itself',
    tests: [
      'core/src/egress/client.test.ts > that redirects is an answer and not followed',
      'workers/src/edgar-mirror/gateway.test.ts > slow is not wrong, and a redirect on the same host is followed',
    ],
  },
  // Database and data
  {
    id: 54,
    what: 'what each database role may do is written down and compared',
    tests: [
      'core/src/tenancy/grants.test.ts > who may do what is what is written in grants.json',
      'core/src/audit/store.test.ts > no role changes, removes or forges a row',
    ],
    reason:
      'The roles are api, service, worker, readonly and retention. Events of the audit log are written by a function instead of a role of its own; the login for backups may replicate and is set up with the server, not by a migration.',
  },
  {
    id: 55,
    what: 'nobody has rights in the schema by default, and names are looked for in one place',
    tests: [
      'core/src/tenancy/grants.test.ts > the roles own nothing, log in nowhere and stand above no policy',
      'core/src/tenancy/grants.test.ts > a function that acts with the rights of its owner looks for names in one place only',
    ],
  },
  {
    id: 56,
    what: 'every table of organisations has row-level security, forced',
    tests: ['core/src/tenancy/grants.test.ts > every table with organisation_id is protected'],
  },
  {
    id: 57,
    what: 'statements, locks and idle transactions end by themselves',
    tests: ['core/src/tenancy/grants.test.ts > a connection begins in its role and within its limits'],
  },
  {
    id: 58,
    what: 'logins prove a password by SCRAM',
    tests: ['deploy/pgbouncer/pgbouncer.test.ts > lets each login in with its password alone'],
    reason:
      'TLS to the database is asked for in its address (`sslmode=verify-full`, which the driver keeps to); no test here runs a database with a certificate.',
  },
  {
    id: 59,
    what: 'secrets of customers are sealed with AES-256-GCM under a key that can be replaced',
    tests: [
      'core/src/secrets/seal.test.ts > opens in its place only, and never looks the same twice',
      'core/src/secrets/seal.test.ts > still opens after its key was replaced',
      'core/src/secrets/seal.test.ts > with any bit changed does not open',
    ],
  },
  {
    id: 60,
    what: 'disks of the database are encrypted',
    tests: [],
    reason:
      'A setting of the provider, which nothing here can look at. What opens something, and backups, are sealed by us on top: 59 and 62.',
  },
  {
    id: 61,
    what: 'every column has a class, and personal ones an end',
    tests: [
      'scripts/data-map/data-map.test.ts > every table has a class, and every personal or secret column an end',
    ],
  },
  {
    id: 62,
    what: 'backups cannot be read without a key of their own',
    tests: [
      'core/src/recovery/backups.test.ts > nothing of a backup can be read in its store',
      'core/src/recovery/backups.test.ts > comes back whole, and only with its key',
    ],
  },
  // Secrets, logs, errors
  {
    id: 63,
    what: 'the repository holds no secret',
    tests: [
      'scripts/supply-chain/supply-chain.test.ts > holds no secret',
      'scripts/supply-chain/supply-chain.test.ts > a %s would be found',
    ],
    commands: ['npm run supply:check -- --history'],
    reason:
      'The tree in every run of the tests; all of history by the command, because a copy without history is tested too. By our own patterns, not by secretlint.',
  },
  {
    id: 64,
    what: 'production does not start with a weak or a known secret',
    tests: ['scripts/security-checks/weak-settings.test.ts > %s refuses %o'],
  },
  {
    id: 65,
    what: 'files of secrets stay out of the repository and of images',
    tests: ['scripts/supply-chain/supply-chain.test.ts > keeps files of secrets out'],
  },
  {
    id: 66,
    what: 'logs hold nothing of what customers send',
    tests: [
      'scripts/masking.test.ts > what customers send is in no log, trace, metric',
      'api/src/bad-requests.test.ts > no secret stands in any log line',
    ],
  },
  {
    id: 67,
    what: 'no text makes a line of the log',
    tests: ['core/src/logs/logs.test.ts > keeps the schema, whatever is said in it'],
  },
  {
    id: 68,
    what: 'times in logs are UTC',
    tests: ['core/src/logs/logs.test.ts > keeps the schema, whatever is said in it'],
  },
  {
    id: 69,
    what: 'who was let in or refused, and why, is written down',
    tests: [
      'api/src/security.test.ts > who is refused is in the log with what they asked for, and their key is not',
      'api/src/keys/routes.test.ts > is written into the audit log, without the secret',
    ],
  },
  {
    id: 70,
    what: 'an error tells the caller nothing of the inside',
    tests: [
      'api/src/security.test.ts > tells the caller nothing but an id, and the log what it was',
      'core/src/driver-faults.test.ts > mistakes of our own are not',
      'api/src/main.test.ts > ends with one sentence per bad setting',
    ],
  },
  {
    id: 71,
    what: 'reports of errors hold nothing of a request',
    tests: ['core/src/error-reports/error-reports.test.ts > tells nothing of what a request held'],
  },
  {
    id: 72,
    what: 'secrets come from the store of the platform, each process its own',
    tests: [
      '.railway/railway.test.ts > holds no secret: every sensitive variable',
      'deploy/kubernetes/kubernetes.test.ts > hold no secret: what is secret comes from the store',
      'deploy/compose/compose.test.ts > tells each service its own secrets and no others',
    ],
  },
  // Headers and the portal
  {
    id: 73,
    what: 'browsers use TLS for a year, subdomains too',
    tests: [
      'api/src/security.test.ts > tells a browser to trust nothing about %s',
      'docs-site/portal.test.ts > headers of every answer keep browsers from guessing',
    ],
  },
  {
    id: 74,
    what: 'answers of the API are kept by nobody else and shown in no frame',
    tests: [
      'api/src/security.test.ts > tells a browser to trust nothing about %s',
      'api/src/conventions.test.ts > let nobody else keep an answer',
    ],
  },
  {
    id: 75,
    what: 'pages run the scripts of their nonce and no others',
    tests: [
      'docs-site/portal.test.ts > every page has a policy with a nonce of its own',
      'docs-site/portal.test.ts > has one main part with one heading, and nothing goes wrong',
    ],
  },
  {
    id: 76,
    what: 'the cookie of a session is bound to its host and out of reach of scripts',
    tests: [
      'api/src/identity/sign-in.test.ts > the cookie is bound to the host',
      'docs-site/dashboard.test.ts > keeps the session where no script can read it',
    ],
  },
  {
    id: 77,
    what: 'no other page acts with a session',
    tests: [
      'api/src/identity/sign-in.test.ts > changes nothing on behalf of another page',
      'docs-site/dashboard.test.ts > refuses what another page sends with the cookie',
    ],
  },
  {
    id: 78,
    what: 'only the portal reads answers with a cookie, and no page those to a live key',
    tests: [
      'api/src/conventions.test.ts > any page may read what a test key or an explorer key sees',
      'api/src/conventions.test.ts > only the portal may act with a session',
    ],
  },
  {
    id: 79,
    what: 'no header walks around the sign-in',
    tests: [
      'api/src/security.test.ts > the header %s opens nothing',
      'api/src/security.test.ts > every route of the contract but the open ones refuses',
    ],
  },
  {
    id: 80,
    what: 'Next is at or above the floors of its advisories',
    tests: ['scripts/supply-chain/supply-chain.test.ts > has nothing below the floor of an advisory'],
  },
  {
    id: 81,
    what: 'no source map, folder or file of ours is served that is no page',
    tests: [
      'api/src/security.test.ts > to %s is that there is nothing',
      'docs-site/portal.test.ts > serves no map of its scripts, no file of the repository and no list of a folder',
    ],
  },
  {
    id: 82,
    what: 'metrics and the queue dashboard are not for the public',
    tests: [
      'api/src/conventions.test.ts > shows metrics only to the token',
      'workers/src/queue-dashboard/queue-dashboard.test.ts > may guess a number of times in a minute',
      'api/src/security.test.ts > to %s is that there is nothing',
    ],
  },
  {
    id: 83,
    what: 'no page of ours leads to an address that a stranger wrote',
    tests: [
      'docs-site/src/dashboard/return-path.test.ts > leads back to a page of the portal and nowhere else',
      'api/src/identity/oidc.test.ts > leads back to pages of the portal only',
    ],
  },
  // What we are made of
  {
    id: 84,
    what: 'only what the lock file hashes is installed, and nothing of it runs while it is',
    tests: [
      'scripts/supply-chain/supply-chain.test.ts > names no host, hashes what it holds with SHA-512',
      'scripts/supply-chain/supply-chain.test.ts > knows every package that would run a program',
      'deploy/docker/dockerfile-rules.test.ts > breaks no rule',
    ],
  },
  {
    id: 85,
    what: 'no package is below the floor of an advisory',
    tests: ['scripts/supply-chain/supply-chain.test.ts > has nothing below the floor of an advisory'],
    commands: ['npm run supply:check'],
    reason:
      'The list of floors is kept by hand: whoever does not look for new advisories does not learn of them here.',
  },
  {
    id: 86,
    what: 'each release has a bill of materials, as CycloneDX and SPDX',
    tests: [
      'scripts/supply-chain/supply-chain.test.ts > is made with every release and kept out of the repository',
      'scripts/supply-chain/supply-chain.test.ts > names what came, went and changed',
    ],
    commands: ['npm run sbom'],
  },
  {
    id: 87,
    what: 'what ships is under permissive licences, or accepted by name',
    tests: ['scripts/supply-chain/supply-chain.test.ts > ships nothing under a licence that asks for more'],
  },
  {
    id: 88,
    what: 'there are no more packages than the budget, and none younger than 14 days without a reason',
    tests: [
      'scripts/supply-chain/supply-chain.test.ts > stays within its budget of packages',
      'scripts/supply-chain/supply-chain.test.ts > has direct dependencies whose age was written down',
    ],
    reason: 'Ages of direct dependencies; those of theirs are not asked for.',
  },
  {
    id: 89,
    what: 'workflows pin actions by commit and begin without rights',
    tests: ['scripts/supply-chain/supply-chain.test.ts > %s trusts no tag and begins with no right to write'],
  },
  {
    id: 90,
    what: 'the SDK is published without a token, says where it comes from, and holds what it should',
    tests: [
      'scripts/sdk-release/release.test.ts > keeps no token, and only what publishes may say who it is',
      'scripts/sdk-release/release.test.ts > names every action by its commit',
    ],
    reason: 'Nothing was published from here; the workflow is read, not run.',
  },
  {
    id: 91,
    what: 'there is an address for faults, and a time for their mend',
    tests: ['scripts/security-checks/security-checks.test.ts > SECURITY.md says where to write'],
  },
  {
    id: 92,
    what: 'the sources are looked through for what attackers look for',
    tests: [
      'scripts/analysis/analysis.test.ts > have nothing that a rule finds and nobody excused',
      'scripts/analysis/analysis.test.ts > %s finds what it is for, and nothing else',
    ],
    commands: ['npm run analysis'],
    reason:
      'Fifteen rules of our own over syntax trees; they follow no value from function to function, as Semgrep or CodeQL would.',
  },
  {
    id: 93,
    what: 'two builds of one commit are the same bytes',
    tests: [],
    commands: ['npm run images:try'],
    reason:
      'Not shown. Versions, bases and tools are pinned; what Next names its builds by differs between two of them.',
  },
  // Containers, Kubernetes, nginx
  {
    id: 94,
    what: 'images are small, pinned, without root, npm or secrets',
    tests: [
      'deploy/docker/dockerfile-rules.test.ts > breaks no rule',
      'deploy/docker/dockerfile-rules.test.ts > the build context leaves out history, secrets, packages and tests',
    ],
    reason: 'Rules over the Dockerfiles, and their steps by hand; no container engine runs here.',
  },
  {
    id: 95,
    what: 'pods run under the restricted standard',
    tests: ['deploy/kubernetes/kubernetes.test.ts > keep to that standard, with read-only file systems'],
    reason: 'Manifests against schemas and rules; no cluster runs here.',
  },
  {
    id: 96,
    what: 'no connection is possible that the architecture does not draw',
    tests: [
      'deploy/kubernetes/kubernetes.test.ts > let through these connections and no others',
      'deploy/kubernetes/kubernetes.test.ts > leave no way from outside to the data',
    ],
    reason: 'The policies as a graph; no cluster enforces them here.',
  },
  {
    id: 97,
    what: 'there are two of what must not be missing, and they end in their own time',
    tests: [
      'deploy/kubernetes/kubernetes.test.ts > spread over machines, and lose one pod at a time',
      'deploy/kubernetes/kubernetes.test.ts > ask three questions of what lasts',
      'deploy/kubernetes/kubernetes.test.ts > replace without a gap',
    ],
  },
  {
    id: 98,
    what: 'pods hold no token of the cluster',
    tests: ['deploy/kubernetes/kubernetes.test.ts > with read-only file systems and no token of the cluster'],
  },
  {
    id: 99,
    what: 'nginx speaks TLS 1.3, hides its version, overwrites forwarding headers and limits addresses',
    tests: [
      'deploy/nginx/nginx.test.ts > speaks TLS 1.3 and nothing older',
      'deploy/nginx/nginx.test.ts > believes no forwarding header of a stranger and overwrites all of them',
      'deploy/nginx/nginx.test.ts > repeats no POST, puts no server aside and shows no version',
      'deploy/nginx/nginx.test.ts > answers what it refuses by itself with problems',
    ],
  },
  {
    id: 100,
    what: 'a firewall for applications blocks known attacks and no customer',
    tests: ['deploy/cloudflare/cloudflare.test.ts > put no puzzle before programs, who are our customers'],
    reason:
      'The rules of the CDN are code and were accepted by no provider yet. The Core Rule Set was not run: without it the API answers such requests with 400, 404 or 405 by itself.',
  },
]
