using System.Globalization;
using Microsoft.AspNetCore.Html;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Shared;

/// <summary>Writes instants on pages: in the reader's time zone, with the zone named, and in a form that scripts can read.</summary>
public sealed class Clocks(PersonTime times, Caller caller, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>The time by the product's clock.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Date, time and zone.</summary>
    public string Instant(DateTimeOffset at) => times.Instant(at, Zone);

    /// <summary>A length of time: "1 day 2 hours".</summary>
    public string Duration(TimeSpan length) => times.Duration(length);

    /// <summary>When a day begins for the reader; where midnight does not exist, the first moment after it.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var zone = TimeZones.TryFind(Zone, out var known) ? known : TimeZoneInfo.Utc;
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>"5 minutes ago", the exact time as its title.</summary>
    public IHtmlContent Ago(DateTimeOffset at) =>
        new HtmlContentBuilder()
            .AppendHtml("<time datetime=\"").Append(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)).AppendHtml("\" data-relative title=\"").Append(Instant(at)).AppendHtml("\">")
            .Append(times.Relative(at)).AppendHtml("</time>");

    /// <summary>What is left until then, counting down; the words are for those without scripts.</summary>
    public IHtmlContent Countdown(DateTimeOffset until)
    {
        var left = until - Now;
        var seconds = Math.Max(0, (long)Math.Ceiling(left.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new HtmlContentBuilder()
            .AppendHtml("<time role=\"timer\" data-countdown=\"clock\" data-seconds-left=\"").Append(seconds).AppendHtml("\">")
            .Append(times.Duration(TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(left.TotalMinutes))))).AppendHtml("</time>");
    }

    /// <summary>IANA name of the reader's time zone: their own, else the tenant's.</summary>
    private string Zone => caller.Session?.TimeZone ?? tenancy.TenantInfo?.TimeZone ?? "UTC";
}
