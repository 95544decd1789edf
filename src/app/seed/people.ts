import type { MemberRole } from '../../kernel/actor.ts'

/** Every one of these people is invented, and says so wherever their name stands. */
export interface InventedMember {
  readonly key: string
  readonly name: string
  readonly roles: readonly MemberRole[]
  readonly email: string
}

export const password = 'demo: one line through'

export const members = [
  { key: 'therapist', name: 'Maya Okafor (demo)', roles: ['therapist'], email: 'therapist@demo.example' },
  {
    key: 'prescriber',
    name: 'Dr. Elena Ruiz (demo)',
    roles: ['prescriber'],
    email: 'prescriber@demo.example',
  },
  { key: 'monitor', name: 'Sam Lindqvist (demo)', roles: ['monitor'], email: 'monitor@demo.example' },
  {
    key: 'coordinator',
    name: 'Priya Raman (demo)',
    roles: ['coordinator'],
    email: 'coordinator@demo.example',
  },
  {
    key: 'administrator',
    name: 'Jordan Wells (demo)',
    roles: ['administrator'],
    email: 'administrator@demo.example',
  },
  { key: 'auditor', name: 'Avery Chen (demo)', roles: ['auditor'], email: 'auditor@demo.example' },
] as const satisfies readonly InventedMember[]

export type MemberKey = (typeof members)[number]['key']

export interface InventedClient {
  readonly key: string
  readonly givenName: string
  readonly familyName: string
  readonly calledBy: string | null
  readonly birthDate: string
  readonly gender: 'female' | 'male'
  readonly language: 'en' | 'es'
  readonly email: string
  readonly address: string
  readonly phone: string
}

export const clients = {
  rosa: {
    key: 'rosa',
    givenName: 'Rosa',
    familyName: 'Delgado (demo)',
    calledBy: null,
    birthDate: '1979-05-21',
    gender: 'female',
    language: 'es',
    email: 'rosa@demo.example',
    address: '18 Tamarind Court',
    phone: '555-0161',
  },
  daniel: {
    key: 'daniel',
    givenName: 'Daniel',
    familyName: 'Brooks (demo)',
    calledBy: 'Dan',
    birthDate: '1986-11-02',
    gender: 'male',
    language: 'en',
    email: 'daniel@demo.example',
    address: '4 Old Quarry Road',
    phone: '555-0162',
  },
  hannah: {
    key: 'hannah',
    givenName: 'Hannah',
    familyName: 'Weiss (demo)',
    calledBy: null,
    birthDate: '1991-02-14',
    gender: 'female',
    language: 'en',
    email: 'hannah@demo.example',
    address: '31 Fennel Street',
    phone: '555-0163',
  },
} as const satisfies Record<string, InventedClient>
