// A real SMTP server for tests: prints {"port":n} when it listens, then each message that it took as a line of JSON.
// Options as one JSON argument: starttls, tls, key, cert, auth (mechanisms), user, password, size, hide (extensions),
// closeAfter (messages on a connection). A local part "refuse-550" is refused with 550, "refuse-451" with 451 and so on.
// It ends when its standard input does, so that it never outlives the test.
import { SMTPServer } from 'smtp-server';

const options = JSON.parse(process.argv[2] ?? '{}');
const print = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const carried = new Map();

const server = new SMTPServer({
  secure: options.tls === true,
  key: options.key,
  cert: options.cert,
  size: options.size,
  disabledCommands: options.starttls ? [] : ['STARTTLS'],
  authMethods: options.auth ?? [],
  authOptional: !options.auth,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  ...Object.fromEntries((options.hide ?? []).map((name) => [`hide${name}`, true])),

  onAuth(auth, session, done) {
    if (auth.username === options.user && auth.password === options.password) return done(null, { user: auth.username });
    return done(Object.assign(new Error(`No such account: ${auth.username} ${auth.password}`), { responseCode: 535 }));
  },

  onRcptTo(address, session, done) {
    const code = /^refuse-(\d{3})@/.exec(address.address)?.[1];
    return done(code ? Object.assign(new Error('The test refuses this recipient'), { responseCode: Number(code) }) : null);
  },

  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const { mailFrom, rcptTo, bodyType, smtpUtf8 } = session.envelope;
      print({
        from: mailFrom.address || '',
        to: rcptTo.map((recipient) => recipient.address),
        raw: Buffer.concat(chunks).toString('base64'),
        connection: session.id,
        hello: session.hostNameAppearsAs,
        secure: session.secure,
        user: session.user ?? null,
        bodyType,
        smtpUtf8,
      });
      done(null, 'taken');
      closeWhenFull(session.id);
    });
  },
});

function closeWhenFull(id) {
  carried.set(id, (carried.get(id) ?? 0) + 1);
  if (carried.get(id) !== options.closeAfter) return;
  setImmediate(() => [...server.connections].find((connection) => connection.id === id)?.close());
}

server.on('error', (error) => process.stderr.write(`${error.message}\n`));
server.listen(0, '127.0.0.1', () => print({ port: server.server.address().port }));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
