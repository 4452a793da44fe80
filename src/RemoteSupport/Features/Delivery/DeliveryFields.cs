using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>What may stand in the delivery settings. Collects what is wrong, each at its field, in the reader's language.</summary>
internal sealed partial class DeliveryFields(OutgoingGate gate, MultiTenantContextAccessor tenancy, IOptions<EmailOptions> email, IStringLocalizer localizer)
{
    private const int LongestText = 200;
    private const int LongestUrl = 500;
    private const int LargestCap = 10_000_000;
    private const int MostPrefixes = 300;
    private static readonly char[] Separators = [' ', ',', ';', '\n', '\r', '\t'];
    private readonly Dictionary<string, string[]> errors = [];

    /// <summary>Everything that was wrong; null when nothing was.</summary>
    public ValidationFailed? Flaw => errors.Count == 0 ? null : new ValidationFailed(errors);

    /// <summary>One of a few words.</summary>
    public string OneOf(string field, string? value, params string[] words)
    {
        if (value is not null && words.Contains(value)) return value;
        Say(field, localizer["Choose one of the offered values."]);
        return words[0];
    }

    /// <summary>A server's name or address.</summary>
    public string Host(string? host)
    {
        var text = host?.Trim() ?? "";
        if (text.Length == 0) Say("host", localizer["Enter the name of the mail server."]);
        else if (!OutgoingGate.IsHost(text)) Say("host", localizer["This is not the name of a server, such as smtp.example.com."]);
        return text;
    }

    /// <summary>A port; the usual one where none is given.</summary>
    public int Port(int? port, string security)
    {
        if (port is < 1 or > 65535) Say("port", localizer["A port is a number from 1 to 65535."]);
        return port ?? (security == "tls" ? 465 : 587);
    }

    /// <summary>Only the operator's own network may be reached in clear: mails hold links that open things.</summary>
    public string Security(string? security, string host)
    {
        var word = OneOf("security", security, "starttls", "tls", "none");
        if (word == "none" && host.Length > 0 && !gate.IsAllowed(host)) Say("security", localizer["Without encryption everybody on the way could read along. Choose STARTTLS or TLS."]);
        return word;
    }

    /// <summary>An optional line of text; blanks are none.</summary>
    public string? Line(string field, string? value)
    {
        var text = value?.Trim() ?? "";
        if (text.Length > LongestText || text.Any(char.IsControl)) Say(field, localizer["This can be one line of 200 characters at most."]);
        return text.Length == 0 ? null : text;
    }

    /// <summary>A secret that is wanted: a new one, or the kept one as long as it would go where it was meant to go.</summary>
    public void Secret(string field, string? secret, bool isKept, bool isElsewhere)
    {
        if (secret is { Length: > LongestText }) Say(field, localizer["This can be one line of 200 characters at most."]);
        if (!string.IsNullOrEmpty(secret) || (isKept && !isElsewhere)) return;
        Say(field, isKept ? localizer["Enter it again: it was meant for another server or user."] : localizer["This is needed."]);
    }

    /// <summary>A sender's address (DL-6); blanks are the platform's.</summary>
    public string? Sender(string? sender, bool isOwnServer)
    {
        var text = sender?.Trim() ?? "";
        if (text.Length == 0) return isOwnServer ? Missing("sender", localizer["With a server of your own, e-mail needs a sender address of yours."]) : null;
        if (!EmailAddress.TryParse(text, out var address)) return Missing("sender", localizer["Enter a valid e-mail address."]);
        var isPlatforms = EmailAddress.TryParse(email.Value.From, out var platform) && platform.Domain == address.Domain;
        if (isPlatforms && !SenderRules.IsOfPlatform(text, tenancy.Tenant, email.Value))
            Say("sender", localizer["Your addresses in this domain begin with {0}, such as {1}.", tenancy.Tenant.Slug, $"{tenancy.Tenant.Slug}@{address.Domain}"]);
        return text;
    }

    /// <summary>A gateway's address: encrypted, or within the operator's own network.</summary>
    public string Url(string? url)
    {
        var text = url?.Trim() ?? "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || text.Length > LongestUrl || address.UserInfo.Length > 0)
            Say("url", localizer["Enter the whole address, such as https://sms.example.com/send."]);
        else if (address.Scheme == "http" && !gate.IsAllowed(address.Host)) Say("url", localizer["Without encryption everybody on the way could read along. The address must begin with https."]);
        return text;
    }

    /// <summary>What phones show as the sender: a number, or 11 characters at most with a letter among them.</summary>
    public string? SmsSender(string? sender)
    {
        var text = sender?.Trim() ?? "";
        if (text.Length > 0 && !SenderShape().IsMatch(text)) Say("sender", localizer["A sender is a number with its country code, or 11 letters and digits at most."]);
        return text.Length == 0 ? null : text;
    }

    /// <summary>A limit for each day; none is none.</summary>
    public int? Cap(int? cap)
    {
        if (cap is < 1 or > LargestCap) Say("dailyCap", localizer["Enter a number from 1 to 10,000,000, or nothing."]);
        return cap;
    }

    /// <summary>Beginnings of numbers, each once.</summary>
    public string[] Prefixes(IEnumerable<string?>? prefixes)
    {
        var all = (prefixes ?? []).SelectMany(text => (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (all.Length > MostPrefixes || all.Any(prefix => !PrefixShape().IsMatch(prefix))) Say("prefixes", localizer["Enter how numbers begin, each with its plus sign, such as +39 +49."]);
        return all;
    }

    private string? Missing(string field, string sentence)
    {
        Say(field, sentence);
        return null;
    }

    private void Say(string field, string sentence) => errors.TryAdd(field, [sentence]);

    [GeneratedRegex(@"^(\+?[0-9]{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ._&-]{1,11})\z")]
    private static partial Regex SenderShape();

    [GeneratedRegex(@"^\+[1-9][0-9]{0,6}\z")]
    private static partial Regex PrefixShape();
}
