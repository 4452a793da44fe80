// Makes the list that CommonPasswords.cs reads: node common-passwords.mjs <node_modules> <output>
// Every password, word and name of six characters or more, folded as PasswordText.Fold does it,
// as the first 64 bits of its SHA-256, little-endian, in ascending order.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const shortest = 6
const languages = ['common', 'de', 'en', 'es-es', 'it']
const [modules, output] = process.argv.slice(2)

const lists = languages
  .map((language) => join(modules, '@zxcvbn-ts', `language-${language}`, 'src'))
  .flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => join(folder, name)))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')))
  .filter(Array.isArray) // the others are keyboards and sequences

const fingerprints = new Set(
  lists
    .flat()
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= shortest)
    .map((word) => createHash('sha256').update(word).digest().readBigUInt64LE()),
)

const bytes = Buffer.alloc(fingerprints.size * 8)
BigUint64Array.from(fingerprints).sort().forEach((fingerprint, i) => bytes.writeBigUInt64LE(fingerprint, i * 8))
mkdirSync(dirname(output), { recursive: true })
writeFileSync(output, bytes)
