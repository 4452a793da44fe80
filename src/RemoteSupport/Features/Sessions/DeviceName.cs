using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Sessions;

/// <summary>What a person would call a device, read from its User-Agent (AC-9): "Chrome on Windows", or a program's own name. Only a hint: anybody can send anything.</summary>
public sealed partial record DeviceName(string? Program, string? System)
{
    // The first one that is in the header wins: most browsers also name those they descend from.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "Mac"), ("Linux", "Linux"), ("X11", "Linux"),
    ];

    /// <summary>Held in a hand.</summary>
    public bool IsMobile => System is "iPhone" or "iPad" or "Android";

    /// <summary>Reads the header; never fails.</summary>
    public static DeviceName Read(string userAgent) => userAgent.StartsWith("Mozilla/", StringComparison.Ordinal)
        ? new(Find(Browsers, userAgent), Find(Systems, userAgent))
        : new(Product().Match(userAgent) is { Success: true } product ? product.Value : null, null);

    /// <summary>For a mail: only what we recognize. The header is the caller's to write, and a mail of ours must not carry their words; else nothing.</summary>
    public static string ForMail(string userAgent, IStringLocalizer localizer) => Read(userAgent) is { System: not null } known ? known.In(localizer) : "";

    /// <summary>In the reader's language.</summary>
    public string In(IStringLocalizer localizer) => (Program, System) switch
    {
        (null, null) => localizer["Unknown device"],
        (null, _) => localizer["A browser on {0}", System],
        (_, null) => Program,
        _ => localizer["{0} on {1}", Program, System],
    };

    private static string? Find((string Mark, string Name)[] known, string text) =>
        known.FirstOrDefault(one => text.Contains(one.Mark, StringComparison.Ordinal)).Name;

    // A product's name as in RFC 9110, section 10.1.5, without its version.
    [GeneratedRegex(@"^[\w!#$%&'*+.^`|~-]{1,60}")]
    private static partial Regex Product();
}
