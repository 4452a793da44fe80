// A real S3 server for tests: npm's s3rver, and before it what s3rver leaves out, the check of each request's signature (AWS Signature Version 4).
// Prints {"port":n} when it listens. Options as one JSON argument: directory, bucket, accessKey, secretKey. It ends when its standard input does.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import S3rver from 's3rver';

const options = JSON.parse(process.argv[2]);
const store = new S3rver({ directory: options.directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: options.bucket }] });
await store.configureBuckets();
const serve = store.callback();

const sha256 = value => createHash('sha256').update(value).digest('hex');
const hmac = (key, value) => createHmac('sha256', key).update(value).digest();
const encode = text => encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function isSigned(request) {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  if (!parts || parts[1] !== options.accessKey) return false;
  const [, , day, region, signed, signature] = parts;
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&');
  const headers = signed.split(';').map(name => `${name}:${String(request.headers[name]).trim().replace(/ +/g, ' ')}\n`).join('');
  const canonical = [request.method, pathname, query, headers, signed, request.headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${options.secretKey}`, day), region));
  const expected = hmac(key, ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n')).toString('hex');
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}

function refuse(response) {
  response.writeHead(403, { 'content-type': 'application/xml' });
  response.end('<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message></Error>');
}

// s3rver knows one account only; who it was has been checked here.
function asItsOwn(request) {
  request.headers.authorization = request.headers.authorization.replace(`Credential=${options.accessKey}/`, 'Credential=S3RVER/');
}

const server = createServer((request, response) => {
  if (!isSigned(request)) return refuse(response);
  asItsOwn(request);
  return serve(request, response);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`));
process.stdin.on('end', () => process.exit(0)).resume();
