namespace RemoteSupport.Features.Calls;

/// <summary>Writes into a call's history what has become of it, and tells everybody who looks.</summary>
internal sealed class CallTold(CallEntries entries, CallNews news)
{
    /// <summary>In the transaction of the change.</summary>
    /// <param name="call">Whose.</param>
    /// <param name="kind">"rang", "answered", "missed", "done".</param>
    public async Task TellAsync(Call call, string kind)
    {
        await entries.TellAsync(call, kind);
        await news.StateAsync(call);
    }
}
