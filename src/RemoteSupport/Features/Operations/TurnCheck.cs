using System.Runtime.CompilerServices;
using RemoteSupport.Platform.Turn;

namespace RemoteSupport.Features.Operations;

/// <summary>Asks each relay of calls for an address, as a browser would, and gives it back (CA-7).</summary>
internal static class TurnCheck
{
    public static async IAsyncEnumerable<(string What, string? ToDo)> LookAsync(IConfiguration configuration, [EnumeratorCancellation] CancellationToken ct)
    {
        var options = configuration.GetSection("Turn").Get<TurnOptions>() ?? new TurnOptions();
        if (options.Flaw is { } flaw) yield return ("relay of calls", flaw);
        else if (options.Relays.Count == 0) yield return ("relay of calls (none: calls are direct only, and fail where there is no direct way; see Turn:Urls in docs/operations.md)", null);
        else
            foreach (var relay in options.Relays)
                yield return ($"relay of calls {relay.Text}", await new TurnProbe(options, TimeProvider.System).LookAsync(relay, ct) is { } failure ? $"{failure} Check Turn:Urls and Turn:Secret." : null);
    }
}
