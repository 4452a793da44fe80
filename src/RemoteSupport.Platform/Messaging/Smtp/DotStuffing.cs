using System.Buffers;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Makes a message's bytes the block that follows DATA: dots at line starts doubled, the lone dot at the end (RFC 5321, 4.5.2).</summary>
internal static class DotStuffing
{
    /// <param name="message">Lines that all end in CRLF.</param>
    public static ReadOnlyMemory<byte> Block(ReadOnlySpan<byte> message)
    {
        var block = new ArrayBufferWriter<byte>(message.Length + 64);
        var rest = message;
        if (rest.StartsWith("."u8)) block.Write("."u8);
        for (var at = rest.IndexOf("\r\n."u8); at >= 0; at = rest.IndexOf("\r\n."u8))
        {
            block.Write(rest[..(at + 2)]);
            block.Write("."u8);
            rest = rest[(at + 2)..];
        }
        block.Write(rest);
        block.Write(message.EndsWith("\r\n"u8) ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return block.WrittenMemory;
    }
}
