using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

/// <summary>Reads a message as a mail program does, for the tests.</summary>
public sealed partial record MimePart(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Content, IReadOnlyList<MimePart> Parts)
{
    public string MediaType => Header("Content-Type").Split(';')[0];

    public string Text => Encoding.UTF8.GetString(Content);

    public static MimePart Parse(string source)
    {
        var end = source.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = HeadersOf(source[..end]);
        var body = source[(end + 4)..];
        var boundary = Boundary().Match(Find(headers, "Content-Type"));
        if (!boundary.Success) return new MimePart(headers, Decode(body, Find(headers, "Content-Transfer-Encoding")), []);
        var pieces = $"\r\n{body}".Split($"\r\n--{boundary.Groups[1].Value}");
        Assert.StartsWith("--\r\n", pieces[^1], StringComparison.Ordinal);
        return new MimePart(headers, [], [.. pieces[1..^1].Select(p => Parse(p[2..]))]);
    }

    /// <summary>The decoded value of a header that stands exactly once; empty if it is missing.</summary>
    public string Header(string name) => Find(Headers, name);

    public MimePart Find(string mediaType) => All().Single(p => p.MediaType == mediaType);

    /// <summary>The structure in one line, for example <c>multipart/alternative(text/plain,text/html)</c>.</summary>
    public string Outline() => Parts.Count == 0 ? MediaType : $"{MediaType}({string.Join(',', Parts.Select(p => p.Outline()))})";

    private IEnumerable<MimePart> All() => Parts.SelectMany(p => p.All()).Prepend(this);

    private static List<KeyValuePair<string, string>> HeadersOf(string block) =>
        [.. Folding().Replace(block, " ").Split("\r\n").Select(line => line.Split(':', 2))
            .Select(pair => KeyValuePair.Create(pair[0], DecodeWords(pair[1].Trim())))];

    private static string Find(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers.SingleOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private static string DecodeWords(string value) =>
        EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value)));

    private static byte[] Decode(string body, string encoding) => encoding switch
    {
        "base64" => Convert.FromBase64String(body),
        "quoted-printable" => DecodeQuoted(body.Replace("=\r\n", "", StringComparison.Ordinal)),
        _ => Encoding.UTF8.GetBytes(body),
    };

    private static byte[] DecodeQuoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            var quoted = text[i] == '=';
            bytes.Add(quoted ? byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : (byte)text[i]);
            if (quoted) i += 2;
        }
        return [.. bytes];
    }

    [GeneratedRegex("\r\n[ \t]")]
    private static partial Regex Folding();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
