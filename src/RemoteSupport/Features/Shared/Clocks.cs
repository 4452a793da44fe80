using System.Globalization;
using Microsoft.AspNetCore.Html;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Shared;

/// <summary>Writes instants on pages: in the reader's time zone, with the zone named, and in a form that scripts can read.</summary>
public sealed class Clocks(PersonTime times, Caller caller, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>IANA name of the reader's time zone: their own, else the tenant's.</summary>
    public string Zone => caller.Session?.TimeZone ?? tenancy.TenantInfo?.TimeZone ?? "UTC";

    /// <summary>The time by the product's clock.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Date, time and zone.</summary>
    public string Instant(DateTimeOffset at) => times.Instant(at, Zone);

    /// <summary>"5 minutes ago", the exact time as its title.</summary>
    public IHtmlContent Ago(DateTimeOffset at) =>
        Element(at, "data-relative", times.Relative(at), Instant(at));

    /// <summary>The time of day with its zone.</summary>
    public IHtmlContent TimeOfDay(DateTimeOffset at) => Element(at, "", times.TimeOfDay(at, Zone), "");

    /// <summary>What is left until then, counting down; the words are for those without scripts.</summary>
    public IHtmlContent Countdown(DateTimeOffset until)
    {
        var left = until - Now;
        var seconds = Math.Max(0, (long)Math.Ceiling(left.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new HtmlContentBuilder()
            .AppendHtml("<time role=\"timer\" data-countdown=\"clock\" data-seconds-left=\"").Append(seconds).AppendHtml("\">")
            .Append(times.Duration(TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(left.TotalMinutes))))).AppendHtml("</time>");
    }

    private static HtmlContentBuilder Element(DateTimeOffset at, string attribute, string words, string title)
    {
        var element = new HtmlContentBuilder();
        element.AppendHtml("<time datetime=\"").Append(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)).AppendHtml("\" ").AppendHtml(attribute);
        if (title.Length > 0) element.AppendHtml(" title=\"").Append(title).AppendHtml("\"");
        element.AppendHtml(">").Append(words).AppendHtml("</time>");
        return element;
    }
}
