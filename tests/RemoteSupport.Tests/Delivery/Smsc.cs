using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RemoteSupport.Tests.Delivery;

/// <summary>
/// A mobile network's message centre for one client, as far as Kannel speaks SMPP 3.4 with one: takes messages and sends receipts. Numbers that
/// end with 2 are not reached, those that end with 3 are refused at once.
/// </summary>
internal sealed class Smsc : IAsyncDisposable
{
    private const uint Response = 0x80000000;
    private const uint SubmitSm = 4;
    private const uint DeliverSm = 5;
    private const uint InvalidDestination = 0x0b;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<Submitted> taken = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;
    private uint sequence;

    public Smsc()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<Submitted> Received => [.. taken];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException && stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        var header = new byte[16];
        while (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, stop.Token) == header.Length)
        {
            var body = new byte[BinaryPrimitives.ReadUInt32BigEndian(header) - header.Length];
            await stream.ReadExactlyAsync(body, stop.Token);
            var (command, number) = (BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12)));
            if (command == SubmitSm) await TakeAsync(stream, Submitted.Read(body), number);
            else if ((command & Response) == 0) await WriteAsync(stream, command | Response, 0, number, "smsc\0"u8.ToArray());
        }
    }

    private async Task TakeAsync(NetworkStream stream, Submitted message, uint number)
    {
        taken.Enqueue(message);
        var id = taken.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var isRefused = message.To.EndsWith('3');
        await WriteAsync(stream, SubmitSm | Response, isRefused ? InvalidDestination : 0, number, Encoding.ASCII.GetBytes(isRefused ? "\0" : id + "\0"));
        if (!isRefused) await WriteAsync(stream, DeliverSm, 0, ++sequence, Receipt(message, id, message.To.EndsWith('2') ? "UNDELIV" : "DELIVRD"));
    }

    private static byte[] Receipt(Submitted message, string id, string state)
    {
        var text = Encoding.ASCII.GetBytes($"id:{id} sub:001 dlvrd:001 submit date:2603100900 done date:2603100901 stat:{state} err:000 text:x");
        const byte IsReceipt = 4;
        return [0, 1, 1, .. Encoding.ASCII.GetBytes(message.To), 0, 5, 0, .. Encoding.ASCII.GetBytes(message.From), 0, IsReceipt, 0, 0, 0, 0, 0, 0, 0, 0, (byte)text.Length, .. text];
    }

    private async Task WriteAsync(NetworkStream stream, uint command, uint status, uint number, byte[] body)
    {
        var packet = new byte[16 + body.Length];
        BinaryPrimitives.WriteUInt32BigEndian(packet, (uint)packet.Length);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), command);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), status);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(12), number);
        body.CopyTo(packet, 16);
        await stream.WriteAsync(packet, stop.Token);
    }

    /// <summary>A part of a message as it arrived.</summary>
    internal sealed record Submitted(string From, string To, byte Coding, byte[] Content)
    {
        private const byte Ucs2 = 8;

        public string Text => Coding == Ucs2 ? Encoding.BigEndianUnicode.GetString(Content) : Encoding.Latin1.GetString(Content);

        public static Submitted Read(byte[] body)
        {
            var at = 0;
            string Next()
            {
                var end = Array.IndexOf(body, (byte)0, at);
                var text = Encoding.Latin1.GetString(body, at, end - at);
                at = end + 1;
                return text;
            }

            Next();
            at += 2;
            var from = Next();
            at += 2;
            var to = Next();
            at += 3;
            Next();
            Next();
            at += 2;
            var coding = body[at];
            var length = body[at + 2];
            return new(from, to, coding, body[(at + 3)..(at + 3 + length)]);
        }
    }
}
