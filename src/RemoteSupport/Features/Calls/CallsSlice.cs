using RemoteSupport.Features.Calls.History;
using RemoteSupport.Features.Calls.Recordings;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.Calls;

internal static class CallsSlice
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddScoped<Seats>().AddScoped<GuestShare>().AddScoped<CallEntries>().AddScoped<EntryWords>().AddScoped<CallNews>().AddScoped<CallTold>().AddScoped<CallAudit>()
        .AddScoped<NewCalls>().AddScoped<CallEnding>().AddScoped<Leaving>().AddScoped<MissedCallMail>()
        .AddScoped<SeatReports>().AddScoped<RoomParts>().AddScoped<RoomSeating>().AddScoped<ILiveRooms, CallRooms>()
        .AddScoped<CallSight>().AddScoped<CallFacts>().AddScoped<CallWords>()
        .AddFilesAndRecordings()
        .AddDueWork("calls", "calls", () => new CloseCalls());
}
