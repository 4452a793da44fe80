using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RemoteSupport.Platform.Turn;

/// <summary>As much of STUN and TURN (RFC 8489, RFC 8656) as asking a relay for an address takes.</summary>
internal sealed class StunMessage(ushort type, byte[] transaction)
{
    public const ushort Allocate = 0x0003, Refresh = 0x0004, AllocateSucceeded = 0x0103, RefreshSucceeded = 0x0104, AllocateFailed = 0x0113;
    public const int HeaderLength = 20;

    private const uint Cookie = 0x2112A442;
    private const ushort UserName = 0x0006, Integrity = 0x0008, ErrorCode = 0x0009, Lifetime = 0x000D, Realm = 0x0014, Nonce = 0x0015, RequestedTransport = 0x0019;
    private const int Udp = 17;
    private readonly List<(ushort Type, byte[] Value)> attributes = [];

    public ushort Type { get; } = type;

    public byte[] Transaction { get; } = transaction;

    /// <summary>Such as 401 or 438; 0 where it is no error.</summary>
    public int Error => Find(ErrorCode) is { Length: >= 4 } error ? (error[2] & 7) * 100 + error[3] : 0;

    /// <summary>Asks for an address from which the relay passes on datagrams.</summary>
    public static StunMessage AskForAddress()
    {
        var message = New(Allocate);
        message.attributes.Add((RequestedTransport, [Udp, 0, 0, 0]));
        return message;
    }

    /// <summary>Gives the address back.</summary>
    public static StunMessage GiveBack()
    {
        var message = New(Refresh);
        message.attributes.Add((Lifetime, [0, 0, 0, 0]));
        return message;
    }

    /// <summary>Null for what is none, or not whole.</summary>
    public static StunMessage? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) != Cookie) return null;
        var message = new StunMessage(BinaryPrimitives.ReadUInt16BigEndian(bytes), bytes[8..HeaderLength].ToArray());
        var rest = bytes[HeaderLength..];
        while (rest.Length >= 4)
        {
            var (kind, length) = (BinaryPrimitives.ReadUInt16BigEndian(rest), BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            if (rest.Length < 4 + length) return null;
            message.attributes.Add((kind, rest.Slice(4, length).ToArray()));
            rest = rest[Math.Min(4 + Padded(length), rest.Length)..];
        }

        return message;
    }

    /// <summary>The message as it is; signed where the relay has said for which realm and with which nonce.</summary>
    public byte[] Write(StunMessage? refusal, (string User, string Password) credentials)
    {
        var all = new List<(ushort Type, byte[] Value)>(attributes);
        if (refusal?.Find(Realm) is not { } realm || refusal.Find(Nonce) is not { } nonce) return Join(all, 0);
        all.AddRange([(UserName, Encoding.UTF8.GetBytes(credentials.User)), (Realm, realm), (Nonce, nonce)]);
        // The length that is signed counts the signature, too.
#pragma warning disable CA5350, CA5351 // What the protocol is made of.
        var key = MD5.HashData(Encoding.UTF8.GetBytes($"{credentials.User}:{Encoding.UTF8.GetString(realm)}:{credentials.Password}"));
        all.Add((Integrity, HMACSHA1.HashData(key, Join(all, 24))));
#pragma warning restore CA5350, CA5351
        return Join(all, 0);
    }

    private static StunMessage New(ushort type) => new(type, RandomNumberGenerator.GetBytes(12));

    private byte[]? Find(ushort kind) => attributes.FirstOrDefault(attribute => attribute.Type == kind).Value;

    private byte[] Join(List<(ushort Type, byte[] Value)> all, int more)
    {
        var bytes = new byte[HeaderLength + all.Sum(attribute => 4 + Padded(attribute.Value.Length))];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, Type);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)(bytes.Length - HeaderLength + more));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), Cookie);
        Transaction.CopyTo(bytes, 8);
        var at = HeaderLength;
        foreach (var (kind, value) in all)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), kind);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + 2), (ushort)value.Length);
            value.CopyTo(bytes, at + 4);
            at += 4 + Padded(value.Length);
        }

        return bytes;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
