using System.Globalization;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>What a server offers in its answer to EHLO.</summary>
internal sealed class SmtpOffers
{
    private readonly Dictionary<string, string[]> offers = new(StringComparer.OrdinalIgnoreCase);

    public SmtpOffers(SmtpReply hello)
    {
        foreach (var line in hello.Lines.Skip(1))
        {
            // "AUTH=LOGIN" is how very old servers write it.
            var words = line.Replace("AUTH=", "AUTH ", StringComparison.OrdinalIgnoreCase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0) offers[words[0]] = words[1..];
        }
    }

    public bool StartTls => offers.ContainsKey("STARTTLS");

    public bool Pipelining => offers.ContainsKey("PIPELINING");

    public bool EightBitMime => offers.ContainsKey("8BITMIME");

    public bool SmtpUtf8 => offers.ContainsKey("SMTPUTF8");

    public bool Size => offers.ContainsKey("SIZE");

    /// <summary>The largest message in bytes, or null where the server names none.</summary>
    public long? LargestMessage => offers.TryGetValue("SIZE", out var words) && words.Length > 0
        && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    public bool SignInBy(string mechanism) =>
        offers.TryGetValue("AUTH", out var words) && words.Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}
