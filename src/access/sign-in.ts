import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import type { Logger } from 'pino'
import type { Limits } from './limits.ts'
import { backupCodes } from './link.ts'
import { foldedName } from './user-name.ts'

type Means = {
  /** The schema `identity`, as the library's adapter takes it. */
  database: NonNullable<BetterAuthOptions['database']>
  /** Signs cookies and encrypts second factors; at least 32 characters, kept outside the database. */
  secret: string
  limits: Limits
  log: Logger
}

/**
 * The sign-in library, set up so that nothing of it is reached from outside but through our own endpoints: its router is
 * not mounted, it sends nothing anywhere, and it opens no accounts.
 */
export const createSignIn = ({ database, secret, limits, log }: Means) =>
  betterAuth({
    appName: '知行',
    // Only cookies are made of it, and those carry no address.
    baseURL: 'http://localhost',
    secret,
    database,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its messages may quote rows; what went wrong is told by its name alone.
    logger: { level: 'error', log: (level, message) => log[level]({ of: 'sign-in' }, message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        organId: { type: 'string', fieldName: 'organ_id', input: false },
        personId: { type: 'string', fieldName: 'person_id', input: false },
      },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        seenAt: { type: 'date', fieldName: 'seen_at', input: false, defaultValue: () => new Date() },
      },
      expiresIn: limits.session * 60,
      // The idle limit is ours (src/access/routes.ts), so the library need not move the absolute one.
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'subject',
        providerId: 'provider_id',
        userId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: {
              ...session,
              expiresAt: new Date(Date.now() + limits.session * 60_000),
              seenAt: new Date(),
              ipAddress: null,
              userAgent: null,
            },
          }),
        },
      },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 100,
        // Names are judged where they are chosen; at sign-in any text is simply a name that exists or not.
        usernameValidator: () => true,
        usernameNormalization: foldedName,
        schema: { user: { fields: { username: 'user_name' } } },
      }),
      twoFactor({
        issuer: '知行',
        backupCodeOptions: { customBackupCodesGenerate: backupCodes },
        accountLockout: { maxFailedAttempts: limits.failures, durationSeconds: limits.lock * 60 },
        twoFactorTable: 'second_factor',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            fields: {
              userId: 'account_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_times',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    advanced: {
      cookiePrefix: 'zhixing',
      // Whether the page came by https is known per request; see `cookiesOf`.
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
      disableOriginCheck: true,
    },
  })

export type SignIn = ReturnType<typeof createSignIn>
