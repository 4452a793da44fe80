// A mail server that takes everything as fast as it can and keeps nothing. Prints its port; ends with its parent.
import net from 'node:net';

const greeting = '250-sink\r\n250-PIPELINING\r\n250-SIZE 10000000\r\n250 8BITMIME\r\n';

const server = net.createServer(socket => {
  let rest = '';
  let inData = false;
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', bytes => {
    rest += bytes.toString('latin1');
    let answers = '';
    for (let end; (end = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n')) >= 0;) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + (inData ? 5 : 2));
      answers += inData ? '250 ok\r\n' : /^EHLO/i.test(line) ? greeting : /^DATA/i.test(line) ? '354 go on\r\n' : '250 ok\r\n';
      inData = !inData && /^DATA/i.test(line);
    }
    if (answers) socket.write(answers);
  });
  socket.write('220 sink\r\n');
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().on('end', () => process.exit());
