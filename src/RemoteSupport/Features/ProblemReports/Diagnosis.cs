using System.Globalization;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What the product knows of where somebody was when they came to report (PR-2): no more than they are shown.</summary>
public sealed class Diagnosis(IHttpContextAccessor http, Caller caller, IStringLocalizer localizer)
{
    /// <summary>The lines, all to be sent.</summary>
    public IReadOnlyList<Diagnostic> Of(string? from)
    {
        var context = http.HttpContext!;
        var trace = HostCookie.Get(context, ErrorPage.LastError);
        var lines = new List<Diagnostic>();
        if (IsPage(from)) lines.Add(new(localizer["Page"], from!));
        if (caller.Device.Length > 0) lines.Add(new(localizer["Browser"], caller.Device));
        lines.Add(new(localizer["Language"], CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        if (trace is { Length: > 0 and <= 64 } && trace.All(char.IsAsciiLetterOrDigit)) lines.Add(new(localizer["Last error"], trace));
        return lines;
    }

    /// <summary>The same after the form came back, with what was taken out taken out.</summary>
    public IReadOnlyList<Diagnostic> Of(string? from, IReadOnlyList<string>? kept) => [.. Of(from).Select(one => one with { IsKept = kept?.Contains(one.Line) == true })];

    /// <summary>A path of this portal without its question, which may hold what people typed.</summary>
    private static bool IsPage(string? from) => from is ['/', ..] && from.Length <= 300 && !from.Contains('?', StringComparison.Ordinal) && !from.StartsWith("//", StringComparison.Ordinal);
}
