using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// How often one network may ask (AP-3, AC-3). Counted before anything is read, and by each node for itself: the limits hold off floods, the rules
/// that must be exact (lockout) are in the database.
/// </summary>
public static class RateLimits
{
    /// <summary>For what anybody can call and costs us work or mail: sign-in, asking for links. Configuration "Limits:Anonymous", a minute.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>For what anybody can call and may bring files: each costs us space. Configuration "Limits:Upload", a minute.</summary>
    public const string Upload = "upload";

    /// <summary>Registers the limits. Everything is limited (configuration "Limits:Everything", a minute), what carries one of the policies more.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var everything = configuration.GetValue("Limits:Everything", 6_000);
        var anonymous = configuration.GetValue("Limits:Anonymous", 120);
        var upload = configuration.GetValue("Limits:Upload", 10);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(NetworkOf(context.Connection.RemoteIpAddress), everything));
            options.AddPolicy(Anonymous, context => OfPosts(context, anonymous));
            options.AddPolicy(Upload, context => OfPosts(context, upload));
            options.OnRejected = (rejected, _) =>
            {
                var pause = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>The network an address belongs to: an IPv4 address itself, the /64 of an IPv6 one (what one subscriber gets).</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static RateLimitPartition<string> OfPosts(HttpContext context, int aMinute) =>
        HttpMethods.IsPost(context.Request.Method) ? Bucket(NetworkOf(context.Connection.RemoteIpAddress), aMinute) : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Bucket(string source, int aMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(source, _ => Refilled(aMinute, Math.Max(1, aMinute / 60)));

    /// <summary>Refilled about once a second; seldomer where the limit is below one a second.</summary>
    private static TokenBucketRateLimiterOptions Refilled(int aMinute, int atOnce) => new()
    {
        TokenLimit = aMinute,
        TokensPerPeriod = atOnce,
        ReplenishmentPeriod = TimeSpan.FromMinutes((double)atOnce / aMinute),
        QueueLimit = 0,
    };
}
